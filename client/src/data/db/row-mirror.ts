/**
 * This tab's copy of what the row tables say, and how it keeps up with other tabs. The row tables are log-structured: every writing
 * transaction adds one delta under its revision; idle time folds deltas into blocks of about 500 rows. Invariant: memory never runs ahead of
 * what is committed; a transaction that finds a higher revision on disk first applies the deltas it has not seen.
 */
import { Dexie } from 'dexie';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Database, RefusedRecord, RowRecord } from './database.ts';
import { type DeviceState, readState, writeState } from './device-state.ts';
import type { WritableIndex } from './index/dossier-index.ts';
import { createMutableLive, type MutableLive } from './live.ts';
import { isUnsent, type Place } from './records/place.ts';
import { packRows, type RowEntry, unpackRows } from './records/row-record.ts';

const blockRowsMax = 500;
const deltaRecordsMax = 100;
const deltaRowsMax = 5_000;

export interface RowChange {
  readonly rev: number;
  readonly entries: readonly RowEntry[];
}

export interface RowMirror {
  readonly state: MutableLive<DeviceState>;
  readonly refused: MutableLive<ReadonlyMap<string, RefusedRecord>>;
  /** Dossiers with events the server has not confirmed. */
  readonly pending: () => ReadonlySet<DossierId>;
  readonly placesOf: (id: DossierId) => readonly Place[];
  /** Every dossier with events here. */
  readonly ids: () => Iterable<DossierId>;
  /** undefined where no row could be folded. */
  readonly rowOf: (id: DossierId) => DossierRow | undefined;
  /** Reads everything from disk. */
  readonly load: () => Promise<void>;
  /** Inside a transaction over meta, rowBlocks, rowDeltas and refused: the committed state, with memory brought up to it. */
  readonly readCurrent: () => Promise<DeviceState>;
  /** After a commit of this tab; `refused` is the whole list where it changed. */
  readonly committed: (state: DeviceState, change: RowChange | undefined, refused?: ReadonlyMap<string, RefusedRecord>) => void;
  /** Another tab says it committed. */
  readonly refresh: () => Promise<void>;
  readonly needsCompaction: () => boolean;
  readonly compact: () => Promise<void>;
  readonly onChanged: (listener: (ids: readonly DossierId[]) => void) => () => void;
}

export function deltaRecord(change: RowChange): RowRecord {
  return { key: change.rev, text: packRows(change.entries) };
}

export function createRowMirror(
  db: Database,
  index: WritableIndex,
  places: Map<DossierId, readonly Place[]>,
  state: MutableLive<DeviceState>,
): RowMirror {
  const refused = createMutableLive<ReadonlyMap<string, RefusedRecord>>(new Map());
  const listeners = new Set<(ids: readonly DossierId[]) => void>();
  let rev = -1;
  let compactedRev = -1;
  let refusedRev = -1;
  let stale = true;
  /** Block of each row; made when the first deltas are folded in. */
  let home: Map<DossierId, number> | undefined;
  let blocks = new Map<number, DossierId[]>();
  let dirty = new Set<DossierId>();
  let deltaRecords = 0;
  let pending = new Set<DossierId>();
  let pendingAcked = 0;
  const tables = [db.meta, db.rowBlocks, db.rowDeltas, db.refused];

  function applyEntries(entries: readonly RowEntry[]): DossierId[] {
    const ids: DossierId[] = [];
    const rows: DossierRow[] = [];
    const gone: DossierId[] = [];
    for (const { id, row, places: at } of entries) {
      places.set(id, at);
      if (row === undefined) gone.push(id);
      else rows.push(row);
      dirty.add(id);
      ids.push(id);
    }
    index.put(rows);
    index.drop(gone);
    return ids;
  }

  async function reload(current: DeviceState): Promise<DossierId[]> {
    const blockRecords = await db.rowBlocks.toArray();
    const deltas = await db.rowDeltas.toArray();
    index.clear();
    places.clear();
    home = undefined;
    blocks = new Map();
    dirty = new Set();
    pending = new Set();
    const rows: DossierRow[] = [];
    const changed = new Map<DossierId, RowEntry>();
    for (const delta of deltas) for (const entry of unpackRows(delta.text)) changed.set(entry.id, entry);
    const take = (entry: RowEntry): void => {
      places.set(entry.id, entry.places);
      if (entry.row !== undefined) rows.push(entry.row);
    };
    for (const record of blockRecords) {
      const entries = unpackRows(record.text);
      blocks.set(
        record.key,
        entries.map((entry) => entry.id),
      );
      for (const entry of entries) if (changed.size === 0 || !changed.has(entry.id)) take(entry);
    }
    for (const [id, entry] of changed) {
      dirty.add(id);
      take(entry);
    }
    deltaRecords = deltas.length;
    index.load(rows);
    rev = current.rev;
    compactedRev = current.compactedRev;
    stale = false;
    return [...places.keys()];
  }

  async function readCurrent(): Promise<DeviceState> {
    const current = await readState(db);
    if (current.refusedRev !== refusedRev) {
      const records = await db.refused.toArray();
      Dexie.ignoreTransaction(() => refused.set(new Map(records.map((record) => [record.key, record]))));
      refusedRev = current.refusedRev;
    }
    if (current.rev > rev || stale) {
      let ids: DossierId[];
      if (stale || current.compactedRev > rev) ids = await reload(current);
      else {
        const deltas = await db.rowDeltas.where('key').above(rev).toArray();
        ids = [];
        for (const delta of deltas) ids.push(...applyEntries(unpackRows(delta.text)));
        deltaRecords += deltas.length;
        rev = current.rev;
      }
      updatePending(current, ids);
      // Listeners must not run inside this transaction.
      Dexie.ignoreTransaction(() => {
        state.set(current);
        tell(ids);
      });
    }
    return current;
  }

  /** Receipts take dossiers off the list, acts put them on; `ids` are those whose places changed. */
  function updatePending(current: DeviceState, ids: Iterable<DossierId>): void {
    const acked = current.acked?.seq ?? 0;
    const isPending = (id: DossierId): boolean => places.get(id)?.some((place) => isUnsent(place, acked)) ?? false;
    if (acked !== pendingAcked) pending = new Set([...pending].filter(isPending));
    pendingAcked = acked;
    for (const id of ids) {
      if (isPending(id)) pending.add(id);
      else pending.delete(id);
    }
  }

  function tell(ids: readonly DossierId[]): void {
    index.bump();
    for (const listener of listeners) listener(ids);
  }

  async function compact(): Promise<void> {
    try {
      await db.dexie.transaction('rw', tables, async () => {
        const current = await readCurrent();
        // Another tab gave rows their blocks since: learn its choice before writing any.
        if (current.compactedRev !== compactedRev) await reload(current);
        await db.rowBlocks.bulkPut(dirtyBlocks());
        await db.rowDeltas.where('key').belowOrEqual(current.rev).delete();
        await writeState(db, { ...current, compactedRev: current.rev });
        compactedRev = current.rev;
        dirty = new Set();
        deltaRecords = 0;
      });
    } catch (error) {
      // The blocks in memory no longer match the disk: read them again at the next chance.
      stale = true;
      throw error;
    }
  }

  function dirtyBlocks(): RowRecord[] {
    const touched = new Set<number>();
    home ??= new Map([...blocks].flatMap(([key, ids]) => ids.map((id) => [id, key] as const)));
    let last = Math.max(0, ...blocks.keys());
    for (const id of dirty) {
      let key = home.get(id);
      if (key === undefined) {
        if (!places.has(id)) continue;
        if ((blocks.get(last)?.length ?? blockRowsMax) >= blockRowsMax) blocks.set(++last, []);
        key = last;
        (blocks.get(key) as DossierId[]).push(id);
        home.set(id, key);
      }
      touched.add(key);
    }
    return [...touched].map((key) => {
      const entries: RowEntry[] = [];
      for (const id of blocks.get(key) ?? []) {
        const at = places.get(id);
        if (at !== undefined) entries.push({ id, row: index.get(id), places: at });
      }
      return { key, text: packRows(entries) };
    });
  }

  const refresh = (): Promise<void> => db.dexie.transaction('r', tables, async () => void (await readCurrent()));

  return {
    state,
    refused,
    pending: () => pending,
    placesOf: (id) => places.get(id) ?? [],
    ids: () => places.keys(),
    rowOf: (id) => index.get(id),
    load: refresh,
    refresh,
    readCurrent,
    committed: (current, change, refusedNow) => {
      // A later transaction of this tab may have read the commit from disk already.
      if (current.rev <= rev) return;
      const ids = change === undefined ? [] : applyEntries(change.entries);
      if (change !== undefined) deltaRecords += 1;
      if (refusedNow !== undefined) {
        refused.set(refusedNow);
        refusedRev = current.refusedRev;
      }
      rev = current.rev;
      updatePending(current, ids);
      state.set(current);
      tell(ids);
    },
    needsCompaction: () => deltaRecords > deltaRecordsMax || dirty.size > deltaRowsMax,
    compact,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

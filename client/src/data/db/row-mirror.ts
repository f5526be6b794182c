/**
 * This tab's copy of what the row tables say, and how it keeps up with other tabs. The row tables are log-structured: every commit that changes rows adds one
 * delta under its revision; idle time folds deltas into blocks. Invariants: memory never runs ahead of what is committed; a transaction that finds a higher
 * revision on disk first applies the deltas it has not seen. Until somebody signs in the rows are closed: only the device's state is followed.
 */
import { Dexie } from 'dexie';
import { assert } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Live } from '../../contract/live.ts';
import type { Database } from './database.ts';
import type { DeviceState } from './device-state.ts';
import type { WritableIndex } from './index/dossier-index.ts';
import { createMutableLive, type MutableLive } from './live.ts';
import { readState } from './meta.ts';
import type { Pending } from './pending.ts';
import type { Place } from './records/place.ts';
import { type RefusedEvent, refusedEvent } from './records/refused-record.ts';
import { entriesOf, type RowEntry } from './records/row-record.ts';
import { createRowBlocks } from './row-blocks.ts';

/** Refused events by `device:seq`. */
export type RefusedEvents = ReadonlyMap<string, RefusedEvent>;

export interface RowMirror {
  readonly state: Live<DeviceState>;
  readonly refused: Live<RefusedEvents>;
  readonly isOpen: () => boolean;
  /** Reads all rows; from now on they are kept up. Opening and closing wait for their turn: within a transaction rows are open or not. */
  readonly open: () => Promise<void>;
  /** Forgets all rows. */
  readonly close: () => Promise<void>;
  readonly placesOf: (id: DossierId) => readonly Place[];
  /** Every dossier with events here. */
  readonly ids: () => Iterable<DossierId>;
  /** undefined where no row could be folded. */
  readonly rowOf: (id: DossierId) => DossierRow | undefined;
  /** Inside a transaction over meta, rowBlocks, rowDeltas and refused: brings memory up to what is committed, tells the screens, and gives the state. */
  readonly catchUp: () => Promise<DeviceState>;
  /** After a commit of this tab; `refused` is the whole list where it changed. */
  readonly committed: (state: DeviceState, entries: readonly RowEntry[], refused: RefusedEvents | undefined) => void;
  /** Another tab says it committed. */
  readonly refresh: () => Promise<void>;
  readonly needsCompaction: () => boolean;
  /** Inside a commit: folds all deltas into blocks. What it gives is called once that is on disk. */
  readonly compact: (current: DeviceState) => Promise<() => void>;
  readonly onChanged: (listener: (ids: readonly DossierId[]) => void) => () => void;
}

export interface MirrorParts {
  readonly db: Database;
  readonly index: WritableIndex;
  readonly places: Map<DossierId, readonly Place[]>;
  readonly pending: Pending;
  readonly state: MutableLive<DeviceState>;
}

/** `STALE`, `COMPACTING`: open, but read from disk as a whole before anything else is done. */
type Phase = 'CLOSED' | 'STALE' | 'COMPACTING' | 'OPEN';

export function createRowMirror({ db, index, places, pending, state }: MirrorParts): RowMirror {
  const refused = createMutableLive<RefusedEvents>(new Map());
  const listeners = new Set<(ids: readonly DossierId[]) => void>();
  const blocks = createRowBlocks();
  const tables = [db.meta, db.rowBlocks, db.rowDeltas, db.refused];
  let phase: Phase = 'CLOSED';
  let rev = -1;
  let compactedRev = -1;
  let refusedRev = -1;

  function applyEntries(entries: readonly RowEntry[], deltas: number): DossierId[] {
    for (const { id, places: at } of entries) places.set(id, at);
    index.put(entries.flatMap(({ row }) => row ?? []));
    index.drop(entries.flatMap(({ id, row }) => (row === undefined ? id : [])));
    const ids = entries.map(({ id }) => id);
    blocks.change(ids, deltas);
    return ids;
  }

  function forget(): void {
    index.clear();
    places.clear();
    blocks.clear();
    pending.clear();
  }

  async function reload(current: DeviceState): Promise<DossierId[]> {
    const records = await db.rowBlocks.toArray();
    const deltas = await db.rowDeltas.toArray();
    forget();
    const changed = new Map<DossierId, RowEntry>();
    for (const delta of deltas) for (const entry of entriesOf(db.codec, delta)) changed.set(entry.id, entry);
    const rows: DossierRow[] = [];
    const take = (entry: RowEntry): void => {
      places.set(entry.id, entry.places);
      if (entry.row !== undefined) rows.push(entry.row);
    };
    for (const record of records) {
      const entries = entriesOf(db.codec, record);
      blocks.hold(
        record.key,
        entries.map(({ id }) => id),
      );
      for (const entry of entries) if (changed.size === 0 || !changed.has(entry.id)) take(entry);
    }
    for (const entry of changed.values()) take(entry);
    blocks.change(changed.keys(), deltas.length);
    index.load(rows);
    ({ compactedRev } = current);
    phase = 'OPEN';
    return [...places.keys()];
  }

  async function readDeltas(): Promise<DossierId[]> {
    const deltas = await db.rowDeltas.where('key').above(rev).toArray();
    return deltas.flatMap((delta) => applyEntries(entriesOf(db.codec, delta), 1));
  }

  async function catchUp(): Promise<DeviceState> {
    const current = await readState(db);
    if (phase !== 'CLOSED' && current.refusedRev !== refusedRev) {
      const records = await db.refused.toArray();
      Dexie.ignoreTransaction(() => refused.set(new Map(records.map((record) => [record.key, refusedEvent(db.codec, record)]))));
      ({ refusedRev } = current);
    }
    const stale = phase === 'STALE' || phase === 'COMPACTING';
    if (current.rev > rev || stale) {
      const all = stale || current.compactedRev > rev;
      const ids = phase === 'CLOSED' ? [] : all ? await reload(current) : await readDeltas();
      // Listeners must not run inside this transaction.
      Dexie.ignoreTransaction(() => moveTo(current, ids));
    }
    return current;
  }

  function moveTo(current: DeviceState, ids: readonly DossierId[]): void {
    ({ rev } = current);
    if (phase !== 'CLOSED') pending.update(current.acked?.seq ?? 0, ids);
    state.set(current);
    index.bump();
    for (const listener of listeners) listener(ids);
  }

  const refresh = (): Promise<void> => db.dexie.transaction('r', tables, async () => void (await catchUp()));

  return {
    state,
    refused,
    isOpen: () => phase !== 'CLOSED',
    open: () =>
      db.dexie.transaction('r', tables, async () => {
        await readState(db);
        if (phase === 'CLOSED') phase = 'STALE';
        await catchUp();
      }),
    close: () =>
      db.dexie.transaction('rw', tables, async () => {
        await readState(db);
        phase = 'CLOSED';
        refusedRev = -1;
        forget();
        Dexie.ignoreTransaction(() => {
          refused.set(new Map());
          index.bump();
        });
      }),
    placesOf: (id) => places.get(id) ?? [],
    ids: () => places.keys(),
    rowOf: (id) => index.get(id),
    catchUp,
    committed: (current, entries, refusedNow) => {
      // A later transaction of this tab may have read the commit from disk already.
      if (current.rev <= rev) return;
      if (refusedNow !== undefined && phase !== 'CLOSED') {
        refused.set(refusedNow);
        ({ refusedRev } = current);
      }
      moveTo(current, phase === 'CLOSED' || entries.length === 0 ? [] : applyEntries(entries, 1));
    },
    refresh,
    needsCompaction: () => phase === 'OPEN' && blocks.needWriting(),
    compact: async (current) => {
      assert(phase !== 'CLOSED', 'only open rows are written into blocks');
      // Another tab gave rows their blocks since: learn its choice before writing any.
      if (current.compactedRev !== compactedRev) await reload(current);
      // Until it is on disk, what memory says of blocks is not true: a failure makes the next transaction read them again.
      phase = 'COMPACTING';
      await db.rowBlocks.bulkPut(blocks.changedBlocks(db.codec, (id) => ({ id, row: index.get(id), places: places.get(id) ?? [] })));
      await db.rowDeltas.where('key').belowOrEqual(current.rev).delete();
      return () => {
        // Read again meanwhile, perhaps with what another tab wrote since.
        if (phase !== 'COMPACTING') return;
        compactedRev = current.rev;
        blocks.written();
        phase = 'OPEN';
      };
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

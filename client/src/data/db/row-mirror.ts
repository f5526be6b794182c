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
import { createMutableLive, type MutableLive } from './live.ts';
import { readState } from './meta.ts';
import type { Place } from './records/place.ts';
import { type RefusedEvent, refusedEvent } from './records/refused-record.ts';
import { entriesOf, type RowEntry } from './records/row-record.ts';
import { createRowMemory, type MemoryParts } from './row-memory.ts';

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

export interface MirrorParts extends Omit<MemoryParts, 'codec'> {
  readonly db: Database;
  readonly state: MutableLive<DeviceState>;
}

/** `STALE`, `COMPACTING`: open, but read from disk as a whole before anything else is done. */
type Phase = 'CLOSED' | 'STALE' | 'COMPACTING' | 'OPEN';

export function createRowMirror({ db, state, ...parts }: MirrorParts): RowMirror {
  const { index, places, pending } = parts;
  const memory = createRowMemory({ codec: db.codec, ...parts });
  const refused = createMutableLive<RefusedEvents>(new Map());
  const listeners = new Set<(ids: readonly DossierId[]) => void>();
  const tables = [db.meta, db.rowBlocks, db.rowDeltas, db.refused];
  let phase: Phase = 'CLOSED';
  /** What memory is at. */
  let at = nowhere;

  /** Brings the rows up to `current`, which is what the transaction sees. */
  async function readRows(current: DeviceState): Promise<readonly DossierId[]> {
    if (phase === 'OPEN' && current.compactedRev <= at.rev) {
      const deltas = await db.rowDeltas.where('key').above(at.rev).toArray();
      return deltas.flatMap((delta) => memory.apply(entriesOf(db.codec, delta), 1));
    }
    const ids = memory.load(await db.rowBlocks.toArray(), await db.rowDeltas.toArray());
    phase = 'OPEN';
    at = { ...at, compactedRev: current.compactedRev };
    return ids;
  }

  async function catchUp(): Promise<DeviceState> {
    const current = await readState(db);
    if (phase !== 'CLOSED' && current.refusedRev !== at.refusedRev) {
      const records = await db.refused.toArray();
      Dexie.ignoreTransaction(() => refused.set(new Map(records.map((record) => [record.key, refusedEvent(db.codec, record)]))));
      at = { ...at, refusedRev: current.refusedRev };
    }
    if (current.rev > at.rev || phase === 'STALE' || phase === 'COMPACTING') {
      const ids = phase === 'CLOSED' ? [] : await readRows(current);
      // Listeners must not run inside this transaction.
      Dexie.ignoreTransaction(() => moveTo(current, ids));
    }
    return current;
  }

  function moveTo(current: DeviceState, ids: readonly DossierId[]): void {
    at = { ...at, rev: current.rev };
    if (phase !== 'CLOSED') pending.update(current.acked?.seq ?? 0, ids);
    state.set(current);
    index.bump();
    for (const listener of listeners) listener(ids);
  }

  function committed(current: DeviceState, entries: readonly RowEntry[], refusedNow: RefusedEvents | undefined): void {
    // A later transaction of this tab may have read the commit from disk already.
    if (current.rev <= at.rev) return;
    if (refusedNow !== undefined && phase !== 'CLOSED') {
      refused.set(refusedNow);
      at = { ...at, refusedRev: current.refusedRev };
    }
    moveTo(current, phase === 'CLOSED' || entries.length === 0 ? [] : memory.apply(entries, 1));
  }

  async function compact(current: DeviceState): Promise<() => void> {
    assert(phase !== 'CLOSED', 'only open rows are written into blocks');
    // Another tab gave rows their blocks since: learn its choice before writing any.
    if (current.compactedRev !== at.compactedRev) {
      phase = 'STALE';
      pending.update(current.acked?.seq ?? 0, await readRows(current));
    }
    // Until it is on disk, what memory says of blocks is not true: a failure makes the next transaction read them again.
    phase = 'COMPACTING';
    await db.rowBlocks.bulkPut([...memory.changedBlocks()]);
    await db.rowDeltas.where('key').belowOrEqual(current.rev).delete();
    return () => {
      // Read again meanwhile, perhaps with what another tab wrote since.
      if (phase !== 'COMPACTING') return;
      at = { ...at, compactedRev: current.rev };
      memory.written();
      phase = 'OPEN';
    };
  }

  const inTurn = (mode: 'r' | 'rw', run: () => Promise<void> | void): Promise<void> =>
    db.dexie.transaction(mode, tables, async () => {
      // The transaction's turn has come once it answers.
      await readState(db);
      await run();
    });

  return {
    state,
    refused,
    isOpen: () => phase !== 'CLOSED',
    open: () =>
      inTurn('r', async () => {
        if (phase === 'CLOSED') phase = 'STALE';
        await catchUp();
      }),
    close: () =>
      inTurn('rw', () => {
        phase = 'CLOSED';
        at = { ...at, refusedRev: nowhere.refusedRev };
        memory.forget();
        Dexie.ignoreTransaction(() => {
          refused.set(new Map());
          index.bump();
        });
      }),
    placesOf: (id) => places.get(id) ?? [],
    ids: () => places.keys(),
    rowOf: (id) => index.get(id),
    catchUp,
    committed,
    refresh: () => inTurn('r', async () => void (await catchUp())),
    needsCompaction: () => phase === 'OPEN' && memory.needsWriting(),
    compact,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Before anything was read. */
const nowhere = { rev: -1, compactedRev: -1, refusedRev: -1 };

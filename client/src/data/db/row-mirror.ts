/**
 * This tab's copy of what the row tables say, and how it keeps up with other tabs. The row tables are log-structured: every commit that changes rows adds one
 * delta under its revision; idle time folds deltas into blocks. Invariants: memory never runs ahead of what is committed; a transaction that finds a higher
 * revision on disk first applies the deltas it has not seen. Until somebody signs in the rows are closed: only the device's state is followed.
 */
import { Dexie, type Table } from 'dexie';
import { assert } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Live } from '../../contract/live.ts';
import type { Database } from './database.ts';
import type { DeviceState } from './device-state.ts';
import { createMutableLive, type MutableLive } from './live.ts';
import { readState } from './meta.ts';
import type { Pending } from './pending.ts';
import type { Place } from './records/place.ts';
import { type RefusedEvent, refusedEvent } from './records/refused-record.ts';
import { entriesOf, type RowEntry } from './records/row-record.ts';
import { createRowMemory, type MemoryParts, type RowMemory } from './row-memory.ts';

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

/** What memory is at. */
interface Position {
  /** `STALE`, `COMPACTING`: open, but read from disk as a whole before anything else is done. */
  phase: 'CLOSED' | 'STALE' | 'COMPACTING' | 'OPEN';
  rev: number;
  compactedRev: number;
  refusedRev: number;
}

export function createRowMirror({ db, state, ...parts }: MirrorParts): RowMirror {
  const { index, places, pending } = parts;
  const memory = createRowMemory({ codec: db.codec, ...parts });
  const refused = createMutableLive<RefusedEvents>(new Map());
  const listeners = new Set<(ids: readonly DossierId[]) => void>();
  const tables = [db.meta, db.rowBlocks, db.rowDeltas, db.refused] as Table[];
  const at: Position = { phase: 'CLOSED', rev: -1, compactedRev: -1, refusedRev: -1 };

  async function catchUp(): Promise<DeviceState> {
    const current = await readState(db);
    if (at.phase !== 'CLOSED' && current.refusedRev !== at.refusedRev) {
      const list = await readRefused(db);
      Dexie.ignoreTransaction(() => refused.set(list));
      at.refusedRev = current.refusedRev;
    }
    if (current.rev > at.rev || at.phase === 'STALE' || at.phase === 'COMPACTING') {
      const ids = at.phase === 'CLOSED' ? [] : await readRows(db, memory, at, current);
      // Listeners must not run inside this transaction.
      Dexie.ignoreTransaction(() => moveTo(current, ids));
    }
    return current;
  }

  function moveTo(current: DeviceState, ids: readonly DossierId[]): void {
    at.rev = current.rev;
    if (at.phase !== 'CLOSED') pending.update(current.acked?.seq ?? 0, ids);
    state.set(current);
    index.bump();
    for (const listener of listeners) listener(ids);
  }

  function committed(current: DeviceState, entries: readonly RowEntry[], refusedNow: RefusedEvents | undefined): void {
    // A later transaction of this tab may have read the commit from disk already.
    if (current.rev <= at.rev) return;
    if (refusedNow !== undefined && at.phase !== 'CLOSED') {
      refused.set(refusedNow);
      at.refusedRev = current.refusedRev;
    }
    moveTo(current, at.phase === 'CLOSED' || entries.length === 0 ? [] : memory.apply(entries, 1));
  }

  async function open(): Promise<void> {
    if (at.phase === 'CLOSED') at.phase = 'STALE';
    await catchUp();
  }

  function close(): void {
    at.phase = 'CLOSED';
    at.refusedRev = -1;
    memory.forget();
    Dexie.ignoreTransaction(() => {
      refused.set(new Map());
      index.bump();
    });
  }

  return {
    state,
    refused,
    isOpen: () => at.phase !== 'CLOSED',
    open: () => inTurn(db, tables, 'r', open),
    close: () => inTurn(db, tables, 'rw', close),
    placesOf: (id) => places.get(id) ?? [],
    ids: () => places.keys(),
    rowOf: (id) => index.get(id),
    catchUp,
    committed,
    refresh: () => inTurn(db, tables, 'r', catchUp),
    needsCompaction: () => at.phase === 'OPEN' && memory.needsWriting(),
    compact: (current) => compactRows(db, memory, pending, at, current),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Runs inside a transaction whose turn has come: nothing is being committed meanwhile. */
function inTurn(db: Database, tables: readonly Table[], mode: 'r' | 'rw', run: () => unknown): Promise<void> {
  return db.dexie.transaction(mode, [...tables], async () => {
    // The turn has come once the transaction answers.
    await readState(db);
    await run();
  });
}

async function readRefused(db: Database): Promise<RefusedEvents> {
  const records = await db.refused.toArray();
  return new Map(records.map((record) => [record.key, refusedEvent(db.codec, record)]));
}

/** Brings the rows up to `current`, which is what the transaction sees. Gives the dossiers that changed. */
async function readRows(db: Database, memory: RowMemory, at: Position, current: DeviceState): Promise<readonly DossierId[]> {
  if (at.phase === 'OPEN' && current.compactedRev <= at.rev) {
    const deltas = await db.rowDeltas.where('key').above(at.rev).toArray();
    return deltas.flatMap((delta) => memory.apply(entriesOf(db.codec, delta), 1));
  }
  const ids = memory.load(await db.rowBlocks.toArray(), await db.rowDeltas.toArray());
  at.phase = 'OPEN';
  at.compactedRev = current.compactedRev;
  return ids;
}

async function compactRows(db: Database, memory: RowMemory, pending: Pending, at: Position, current: DeviceState): Promise<() => void> {
  assert(at.phase !== 'CLOSED', 'only open rows are written into blocks');
  // Another tab gave rows their blocks since: learn its choice before writing any.
  if (current.compactedRev !== at.compactedRev) {
    at.phase = 'STALE';
    pending.update(current.acked?.seq ?? 0, await readRows(db, memory, at, current));
  }
  // Until it is on disk, what memory says of blocks is not true: a failure makes the next transaction read them again.
  at.phase = 'COMPACTING';
  await db.rowBlocks.bulkPut([...memory.changedBlocks()]);
  await db.rowDeltas.where('key').belowOrEqual(current.rev).delete();
  return () => {
    // Read again meanwhile, perhaps with what another tab wrote since.
    if (at.phase !== 'COMPACTING') return;
    at.compactedRev = current.rev;
    memory.written();
    at.phase = 'OPEN';
  };
}

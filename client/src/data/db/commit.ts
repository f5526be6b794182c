/**
 * The one way to change what this device holds. A writer is a body that says what changes; transaction, catching up with other tabs, revision, row delta, refused
 * list, diary, memory, the mark outside the database and the word to other tabs are done here, so that no writer can forget one. Strictly durable when the
 * promise resolves; where anything fails, nothing is written and memory is as before.
 */
import { assert } from '@onestop/shared/kernel/assert.ts';
import { type DossierId, eventKey } from '@onestop/shared/kernel/ids.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { DiaryLine } from '../../contract/sync-status.ts';
import { foldedWithAfter } from './folded-with.ts';
import { addDiary } from './diary.ts';
import type { DeviceState } from './device-state.ts';
import { type CachedDossier, type LogContext, logTables } from './log/context.ts';
import { writeState } from './meta.ts';
import { type RefusedEvent, refusedRecord } from './records/refused-record.ts';
import { type RowEntry, rowRecord } from './records/row-record.ts';
import type { RefusedEvents } from './row-mirror.ts';
import { guardStorage } from './storage-fault.ts';

/** What a body changes. */
export interface Draft {
  /** As it was committed last. */
  readonly before: DeviceState;
  /** As it will be; revision and marks are not the body's. */
  state: DeviceState;
  /** Rows and places by dossier, so that one that is touched twice is written once. */
  readonly entries: Map<DossierId, RowEntry>;
  readonly refused: RefusedDraft;
  readonly diary: DiaryLine[];
  /** Dossiers folded on the way, for the next act on them. */
  readonly folded: Map<DossierId, CachedDossier>;
  /** Other writes, awaited together with those of the commit: an act asks the disk once. */
  readonly writes: PromiseLike<unknown>[];
  /** Called once everything is on disk. */
  readonly after: (() => void)[];
}

/** The refused list while it changes; the very same object as before where it does not. */
export interface RefusedDraft {
  readonly list: () => RefusedEvents;
  readonly add: (refused: RefusedEvent) => void;
  readonly remove: (key: string) => void;
  readonly added: () => readonly RefusedEvent[];
  readonly removed: () => readonly string[];
}

export async function commit<T>(context: LogContext, body: (draft: Draft) => PromiseLike<T>): Promise<Result<T, StorageFault>> {
  const { db, mirror } = context;
  let done: Draft | undefined;
  const outcome = await guardStorage(() =>
    db.dexie.transaction('rw', logTables(db), async () => {
      const draft = createDraft(await mirror.catchUp(), mirror.refused.get());
      const value = await body(draft);
      if (isChanged(draft)) {
        await write(context, draft);
        done = draft;
      }
      return value;
    }),
  );
  if (outcome.ok && done !== undefined) publish(context, done);
  return outcome;
}

function createDraft(state: DeviceState, refused: RefusedEvents): Draft {
  return {
    before: state,
    state,
    entries: new Map(),
    refused: createRefusedDraft(refused),
    diary: [],
    folded: new Map(),
    writes: [],
    after: [],
  };
}

function createRefusedDraft(before: RefusedEvents): RefusedDraft {
  let list: Map<string, RefusedEvent> | undefined;
  const added = new Map<string, RefusedEvent>();
  const removed = new Set<string>();
  return {
    list: () => list ?? before,
    add: (refused) => {
      const key = eventKey(refused.event);
      (list ??= new Map(before)).set(key, refused);
      added.set(key, refused);
      removed.delete(key);
    },
    remove: (key) => {
      (list ??= new Map(before)).delete(key);
      added.delete(key);
      removed.add(key);
    },
    added: () => [...added.values()],
    removed: () => [...removed],
  };
}

function isRefusedChanged({ refused }: Draft): boolean {
  return refused.added().length + refused.removed().length > 0;
}

function isChanged(draft: Draft): boolean {
  const { before, state, entries, diary, writes } = draft;
  return state !== before || entries.size + diary.length + writes.length > 0 || isRefusedChanged(draft);
}

async function write(context: LogContext, draft: Draft): Promise<void> {
  const { db, mirror } = context;
  const { before, state, entries, refused, diary, writes } = draft;
  assert(mirror.isOpen() || (entries.size === 0 && !isRefusedChanged(draft)), 'rows are written only where they are open');
  const rev = before.rev + 1;
  draft.state = {
    ...state,
    rev,
    refusedRev: before.refusedRev + (isRefusedChanged(draft) ? 1 : 0),
    // Other rows of the device may be another build's: only what is written now is this one's.
    foldedWith: entries.size > 0 ? foldedWithAfter(state.foldedWith, context.build) : state.foldedWith,
  };
  const [added, removed] = [refused.added(), refused.removed()];
  await Promise.all([
    ...writes,
    entries.size === 0 ? undefined : db.rowDeltas.add(rowRecord(db.codec, rev, [...entries.values()])),
    removed.length === 0 ? undefined : db.refused.bulkDelete([...removed]),
    added.length === 0 ? undefined : db.refused.bulkPut(added.map((one) => refusedRecord(db.codec, one))),
    addDiary(db, diary),
    writeState(db, draft.state),
  ]);
}

function publish(context: LogContext, draft: Draft): void {
  const { state, entries, refused, folded } = draft;
  for (const call of draft.after) call();
  context.mirror.committed(state, [...entries.values()], isRefusedChanged(draft) ? refused.list() : undefined);
  for (const [id, dossier] of folded) context.cache.set(id, dossier);
  context.mark(state);
  context.announce(state.rev);
}

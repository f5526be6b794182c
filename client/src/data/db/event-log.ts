/**
 * The device's log and everything that is kept in step with it. The only writer of the event, row and number tables; screens and the sync
 * driver use this interface and see no table. Every method is one transaction, so two tabs take turns and a failure leaves nothing half-written.
 */
import type { DayState } from '@onestop/shared/daybook/state.ts';
import type { Clock, Random } from '@onestop/shared/ports.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { ClockFacts } from '@onestop/shared/sync/act-time.ts';
import type { StateTimeError } from '../../contract/device.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { Live } from '../../contract/live.ts';
import type { DiaryLine } from '../../contract/sync-status.ts';
import { commit } from './commit.ts';
import type { Database, HeldKeys } from './database.ts';
import { type DeviceState, type Identity, initialState } from './device-state.ts';
import { readDiary } from './diary.ts';
import type { BuildRegistry } from './folded-with.ts';
import { createDossierIndex, type WritableIndex } from './index/dossier-index.ts';
import type { QueueRules } from './index/queue-rules.ts';
import { createMutableLive } from './live.ts';
import type * as EventsPart from './log/with-events.ts';
import type { Applied, ApplyError, ArrivedAnswer } from './log/arrived-answer.ts';
import { clockFacts, createNow, stateTime } from './log/clock.ts';
import { createStateCache, type LogContext } from './log/context.ts';
import { mergeRecords } from './log/merge.ts';
import type { Act, LooseEvent, Performed, PerformError } from './log/perform.ts';
import type { DayDeed, DayPerformed, DayPerformError } from './log/perform-day.ts';
import { checkTail, exportLines, type LogBatch, readBatch, readUnsent, type UnsentBatch, verifyLog } from './log/read.ts';
import { readKeys } from './meta.ts';
import { createPending } from './pending.ts';
import type { Place } from './records/place.ts';
import { createRowMirror, type RefusedEvents, type RowMirror } from './row-mirror.ts';
import { guardStorage } from './storage-fault.ts';

export interface EventLog {
  readonly index: WritableIndex;
  readonly state: Live<DeviceState>;
  /** Empty while the rows are closed. */
  readonly refused: Live<RefusedEvents>;
  /** Time of the next act; where the clock gives none, at least what is known to have been. */
  readonly now: () => Instant;
  readonly clock: () => ClockFacts;
  /** An officer says what time it is, because the clock is wrong and nobody can set it. */
  readonly stateTime: (at: Instant) => Promise<Result<void, StateTimeError>>;
  /** The first stage of opening: who this device is, and how far its log goes. Enough to sign in and to deliver. */
  readonly load: () => Promise<Result<void, StorageFault>>;
  /** The second stage, once somebody is signed in: rows, index, refused events. Does nothing where they are open. */
  readonly openRows: () => Promise<Result<void, StorageFault>>;
  /** Nobody is signed in any more. */
  readonly closeRows: () => Promise<void>;
  readonly rowsOpen: Live<boolean>;
  /** Another tab wrote. */
  readonly refresh: () => Promise<void>;
  readonly onChanged: (listener: (ids: readonly DossierId[]) => void) => () => void;
  readonly perform: (act: Act) => Promise<Result<Performed, PerformError>>;
  /** The same for what is of no dossier. */
  readonly performDay: (deed: DayDeed) => Promise<Result<DayPerformed, DayPerformError>>;
  readonly openDay: (id: DossierId) => Promise<DayState>;
  readonly appendMany: (events: readonly LooseEvent[]) => Promise<Result<{ readonly seq: number }, StorageFault>>;
  readonly readBatch: (afterSeq: number, eventsMax: number, charsMax: number) => Promise<LogBatch>;
  /** What the next request carries, with the state it belongs to. */
  readonly readUnsent: (eventsMax: number, charsMax: number) => Promise<UnsentBatch>;
  readonly applyAnswer: (arrived: ArrivedAnswer) => Promise<Result<Applied, ApplyError>>;
  readonly open: (id: DossierId) => Promise<DossierView | undefined>;
  /** A new identity, with the device's keys. What an earlier identity had not sent yet is written again under the new one. */
  readonly enrol: (identity: Identity, keys: HeldKeys, clockOffsetMs: number) => Promise<Result<void, StorageFault>>;
  readonly readKeys: () => Promise<HeldKeys | undefined>;
  readonly readDiary: (limit: number) => Promise<readonly DiaryLine[]>;
  readonly addDiary: (lines: readonly DiaryLine[]) => Promise<Result<void, StorageFault>>;
  readonly setRevoked: (revoked: boolean) => Promise<Result<void, StorageFault>>;
  readonly checkTail: () => Promise<number | undefined>;
  readonly verify: () => Promise<number | undefined>;
  readonly exportLines: () => Promise<string[]>;
  /** Folds deltas into blocks and merges small records; for idle moments. */
  readonly tidy: () => Promise<Result<void, StorageFault>>;
}

export interface EventLogDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly rules: QueueRules;
  readonly foldWord: (word: string) => string;
  readonly announce: (rev: number) => void;
  readonly mark: (state: DeviceState) => void;
  /** Event types that do not exist for this client: plays an old build in tests. */
  readonly unknownTypes?: ReadonlySet<string> | undefined;
}

export function createEventLog(deps: EventLogDeps): EventLog {
  const { db } = deps;
  const state = createMutableLive<DeviceState>(initialState);
  const places = new Map<DossierId, readonly Place[]>();
  const pending = createPending((id) => places.get(id) ?? []);
  const index = createDossierIndex({
    rules: deps.rules,
    foldWord: deps.foldWord,
    ownOffice: () => state.get().identity?.office,
    pending: pending.ids,
  });
  const mirror = createRowMirror({ db, index, places, pending, state });
  const { withEvents, withDay, build } = createParts(deps.unknownTypes);
  const context = createContext(deps, mirror, build);
  const opening = createOpening(context, withEvents);
  const facts = (): ClockFacts => clockFacts(context, state.get());
  return {
    index,
    state,
    refused: mirror.refused,
    now: createNow(facts),
    clock: facts,
    stateTime: (at) => stateTime(context, at),
    load: () => guardStorage(mirror.refresh),
    ...opening,
    refresh: mirror.refresh,
    onChanged: mirror.onChanged,
    perform: async (act) => (await withEvents()).performAct(context, act),
    // A part of its own: most pages never ask for a day.
    performDay: async (deed) => (await withDay()).performDay(context, deed),
    openDay: async (id) => (await withDay()).openDay(context, id),
    appendMany: async (events) => (await withEvents()).appendMany(context, events),
    readBatch: (afterSeq, eventsMax, charsMax) => readBatch(context, afterSeq, eventsMax, charsMax),
    readUnsent: (eventsMax, charsMax) => readUnsent(context, eventsMax, charsMax),
    applyAnswer: async (arrived) => (await withEvents()).applyAnswer(context, arrived),
    open: async (id) => (await withEvents()).openDossier(context, id),
    readKeys: () => readKeys(db),
    readDiary: (limit) => readDiary(db, limit),
    addDiary: (lines) => commit(context, async (draft) => void draft.diary.push(...lines)),
    setRevoked: (revoked) =>
      commit(context, async (draft) => {
        draft.state = { ...draft.state, revoked };
      }),
    checkTail: () => checkTail(context),
    verify: () => verifyLog(context),
    exportLines: () => exportLines(context),
    tidy: async () => {
      // Not in the middle of opening either: somebody is waiting for it.
      if (!opening.rowsOpen.get()) return ok();
      if (mirror.needsCompaction()) {
        const compacted = await commit(context, async (draft) => {
          draft.after.push(await mirror.compact(draft.before));
          draft.state = { ...draft.state, compactedRev: draft.before.rev };
        });
        if (!compacted.ok) return compacted;
      }
      const merged = await mergeRecords(context);
      index.warm();
      return merged;
    },
  };
}

function createContext(deps: EventLogDeps, mirror: RowMirror, build: () => BuildRegistry): LogContext {
  const { db, clock, random, announce, mark } = deps;
  return {
    db,
    mirror,
    clock,
    random,
    announce,
    mark,
    cache: createStateCache(),
    get build() {
      return build();
    },
  };
}

type LoadEvents = () => Promise<typeof EventsPart>;

/** What is loaded by who first needs it, always before a transaction begins: one that waits for anything else is over. */
function createParts(unknownTypes: ReadonlySet<string> | undefined) {
  let build: BuildRegistry | undefined;
  const withEvents: LoadEvents = async () => {
    const part = await import('./log/with-events.ts');
    build ??= part.createBuildRegistry(unknownTypes);
    return part;
  };
  const withDay = async () => {
    await withEvents();
    return import('./log/perform-day.ts');
  };
  return { withEvents, withDay, build: () => must(build, 'who folds has loaded what knows the events') };
}

/** The second stage of opening, and what needs it. */
function createOpening(context: LogContext, withEvents: LoadEvents): Pick<EventLog, 'openRows' | 'closeRows' | 'rowsOpen' | 'enrol'> {
  const { mirror } = context;
  const rowsOpen = createMutableLive(false);
  let opening: Promise<Result<void, StorageFault>> | undefined;

  async function open(): Promise<Result<void, StorageFault>> {
    const part = await withEvents().catch((cause: unknown) => err<StorageFault>({ code: 'storage/unavailable', detail: String(cause) }));
    if ('ok' in part) return part;
    const read = await guardStorage(mirror.open);
    if (!read.ok) return read;
    const refolded = await part.refoldAfterUpgrade(context);
    if (!refolded.ok) return refolded;
    const worked = await commit(context, (draft) => part.workInbox(context, draft));
    if (worked.ok && mirror.isOpen()) rowsOpen.set(true);
    return worked;
  }

  async function closeRows(): Promise<void> {
    rowsOpen.set(false);
    await mirror.close();
  }

  const openRows = (): Promise<Result<void, StorageFault>> => {
    if (rowsOpen.get()) return Promise.resolve(ok());
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  };

  return {
    rowsOpen,
    openRows,
    closeRows,
    enrol: async (identity, keys, clockOffsetMs) => {
      const known = mirror.state.get().identity;
      // What an earlier identity did not send is written again, and its rows with it.
      const moves = known !== undefined && known.device !== identity.device && !rowsOpen.get();
      if (moves) {
        const opened = await openRows();
        if (!opened.ok) return opened;
      }
      const { takeIdentity } = await withEvents();
      const taken = await takeIdentity(context, identity, keys, clockOffsetMs);
      if (moves) await closeRows();
      return taken;
    },
  };
}

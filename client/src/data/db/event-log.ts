/**
 * The device's log and everything that is kept in step with it. The only writer of the event, row and number tables; screens and the sync
 * driver use this interface and see no table. Every method is one transaction, so two tabs take turns and a failure leaves nothing half-written.
 */
import type { Clock, Random } from '@onestop/shared/ports.ts';
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { Live } from '../../contract/live.ts';
import type { DiaryLine } from '../../contract/sync-status.ts';
import type { BuildRegistry } from './build-registry.ts';
import type { Database, RefusedRecord } from './database.ts';
import { type DeviceState, type Identity, initialState, writeState } from './device-state.ts';
import { createDossierIndex, type WritableIndex } from './index/dossier-index.ts';
import { createMutableLive } from './live.ts';
import { addDiary, applyAnswer, type Applied, type ApplyError, type ArrivedAnswer } from './log/apply.ts';
import { createStateCache, type LogContext, logTables } from './log/context.ts';
import { mergeRecords } from './log/merge.ts';
import { type Act, appendMany, correctedNow, type LooseEvent, performAct, type Performed, type PerformError } from './log/perform.ts';
import { refoldAfterUpgrade } from './log/refold.ts';
import { takeIdentity } from './log/relog.ts';
import { checkTail, exportLines, type LogBatch, openDossier, readBatch, readUnsent, type UnsentBatch, verifyLog } from './log/read.ts';
import type { Place } from './records/place.ts';
import type { QueueRules } from './index/queue-rules.ts';
import { createRowMirror } from './row-mirror.ts';
import { guardStorage } from './storage-fault.ts';

export interface EventLog {
  readonly index: WritableIndex;
  readonly state: Live<DeviceState>;
  readonly refused: Live<ReadonlyMap<string, RefusedRecord>>;
  /** Corrected time of the next act. */
  readonly now: () => Instant;
  readonly load: () => Promise<Result<void, StorageFault>>;
  /** Another tab wrote. */
  readonly refresh: () => Promise<void>;
  readonly onChanged: (listener: (ids: readonly DossierId[]) => void) => () => void;
  readonly perform: (act: Act) => Promise<Result<Performed, PerformError>>;
  readonly appendMany: (events: readonly LooseEvent[]) => Promise<Result<{ readonly seq: number }, StorageFault>>;
  readonly readBatch: (afterSeq: number, eventsMax: number, charsMax: number) => Promise<LogBatch>;
  /** What the next request carries, with the state it belongs to. */
  readonly readUnsent: (eventsMax: number, charsMax: number) => Promise<UnsentBatch>;
  readonly applyAnswer: (arrived: ArrivedAnswer) => Promise<Result<Applied, ApplyError>>;
  readonly open: (id: DossierId) => Promise<DossierView | undefined>;
  /** A new identity, with the device's keys. What an earlier identity had not sent yet is written again under the new one. */
  readonly enrol: (identity: Identity, keys: CryptoKeyPair, clockOffsetMs: number) => Promise<Result<void, StorageFault>>;
  readonly readKeys: () => Promise<CryptoKeyPair | undefined>;
  readonly readDiary: (limit: number) => Promise<readonly DiaryLine[]>;
  readonly addDiary: (lines: readonly DiaryLine[]) => Promise<void>;
  readonly setRevoked: (revoked: boolean) => Promise<void>;
  readonly checkTail: () => Promise<number | undefined>;
  readonly verify: () => Promise<number | undefined>;
  readonly exportLines: () => Promise<string[]>;
  /** Folds deltas into blocks and merges small records; for idle moments. */
  readonly tidy: () => Promise<void>;
}

export interface EventLogDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly rules: QueueRules;
  readonly foldWord: (word: string) => string;
  readonly announce: (rev: number) => void;
  readonly mark: (state: DeviceState) => void;
  /** What this build understands. */
  readonly build: BuildRegistry;
}

export function createEventLog(deps: EventLogDeps): EventLog {
  const { db } = deps;
  const state = createMutableLive<DeviceState>(initialState);
  const places = new Map<DossierId, readonly Place[]>();
  const index = createDossierIndex({
    rules: deps.rules,
    foldWord: deps.foldWord,
    ownOffice: (): OfficeId | undefined => state.get().identity?.office,
    pending: () => mirror.pending(),
  });
  const mirror = createRowMirror(db, index, places, state);
  const context: LogContext = {
    db,
    mirror,
    clock: deps.clock,
    random: deps.random,
    announce: deps.announce,
    mark: deps.mark,
    cache: createStateCache(),
    build: deps.build,
  };

  async function changeState(change: (current: DeviceState) => DeviceState): Promise<void> {
    let next: DeviceState | undefined;
    await db.dexie.transaction('rw', logTables(db), async () => {
      const current = await mirror.readCurrent();
      next = { ...change(current), rev: current.rev + 1 };
      await writeState(db, next);
    });
    if (next === undefined) return;
    mirror.committed(next, undefined);
    deps.mark(next);
    deps.announce(next.rev);
  }

  return {
    index,
    state,
    refused: mirror.refused,
    now: () => correctedNow(context, state.get()),
    load: () =>
      guardStorage(async () => {
        await mirror.load();
        await refoldAfterUpgrade(context);
      }),
    refresh: mirror.refresh,
    onChanged: mirror.onChanged,
    perform: (act) => performAct(context, act),
    appendMany: (events) => appendMany(context, events),
    readBatch: (afterSeq, eventsMax, charsMax) => readBatch(context, afterSeq, eventsMax, charsMax),
    readUnsent: (eventsMax, charsMax) => readUnsent(context, eventsMax, charsMax),
    applyAnswer: (arrived) => applyAnswer(context, arrived),
    open: (id) => openDossier(context, id),
    enrol: (identity, keys, clockOffsetMs) => takeIdentity(context, identity, keys, clockOffsetMs),
    readKeys: async () => {
      const record = await db.meta.get('keys');
      return record?.key === 'keys' ? record.keys : undefined;
    },
    readDiary: async (limit) => {
      const lines = await db.diary.toArray();
      return lines
        .slice(-limit)
        .toReversed()
        .map(({ id: _id, ...line }) => line);
    },
    addDiary: (lines) => db.dexie.transaction('rw', [db.diary], () => addDiary(db, lines)),
    setRevoked: (revoked) => changeState((current) => ({ ...current, revoked })),
    checkTail: () => checkTail(context),
    verify: () => verifyLog(context),
    exportLines: () => exportLines(context),
    tidy: async () => {
      if (mirror.needsCompaction()) await mirror.compact();
      await mergeRecords(context);
      index.warm();
    },
  };
}

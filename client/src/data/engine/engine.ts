/** What a leading tab exchanges with: the machine in motion, its turns, the hint stream and the diary of what happened. */
import { must } from '@onestop/shared/kernel/assert.ts';
import { type SyncOptions, syncOptionsDefault } from '@onestop/shared/sync/options.ts';
import { tallyProblem } from '@onestop/shared/sync/problem-tally.ts';
import type { ReportedProblem } from '@onestop/shared/protocol/messages.ts';
import type { SyncInput } from '@onestop/shared/sync/sync-machine.ts';
import type { Live } from '../../contract/live.ts';
import type { DiaryLine } from '../../contract/sync-status.ts';
import type { EventLog } from '../db/event-log.ts';
import { createMutableLive } from '../db/live.ts';
import { storageFaultOf } from '../db/storage-fault.ts';
import type { Platform } from '../../ports/platform.ts';
import type { BegunTurns } from './ahead.ts';
import { type DeviceTrouble, exchangeTurn } from './exchange-turn.ts';
import { createHints } from './hints.ts';
import { createMachineRunner, type MachineRunner } from './machine-runner.ts';
import type { DeviceTransport } from './transport.ts';
import type { DeviceFacts, Turn } from './turn.ts';

export interface EngineDeps {
  readonly platform: Platform;
  readonly log: EventLog;
  readonly transport: DeviceTransport;
  readonly facts: () => DeviceFacts;
  readonly onTrouble: (trouble: DeviceTrouble | undefined) => void;
  readonly onExchanged: (turn: Turn) => void;
  readonly options?: SyncOptions | undefined;
}

export interface Engine extends Pick<MachineRunner, 'state' | 'feed' | 'rest' | 'start' | 'stop'> {
  readonly diary: Live<readonly DiaryLine[]>;
}

/** While the desk is open a failing attempt costs nothing, and the officer expects "within seconds" when the line is back. */
const options: SyncOptions = { ...syncOptionsDefault, retryDelayMsMax: 15_000 };
const diaryLines = 200;

export function createEngine(deps: EngineDeps, onStep: () => void): Engine {
  const { platform, log, transport } = deps;
  const { clock, timers, random } = platform;
  const jitter = (): number => must(random.bytes(1)[0], 'one byte') / 255;
  const diary = createMutableLive<readonly DiaryLine[]>([]);
  const begun: BegunTurns = {};
  /** Of this run, and of the runs before it what the diary noted since the last exchange. */
  let problems: readonly ReportedProblem[] = [];
  const runner: MachineRunner = createMachineRunner({
    clock,
    timers,
    options: deps.options ?? options,
    exchange: (effect) =>
      exchangeTurn(
        {
          ...deps,
          facts: () => ({ ...deps.facts(), problems }),
          isStopped: runner.isStopped,
          jitter,
          problem: () => runner.state().problem?.code,
        },
        effect,
        begun,
      ),
    probe: async (): Promise<SyncInput> => {
      const answer = await transport.probe();
      const now = clock.now();
      return answer.ok ? { kind: 'probeSucceeded', now } : { kind: 'probeFailed', now, error: answer.error, jitter: jitter() };
    },
    onExchangeOver: async (end) => {
      if (end.kind === 'exchangeSucceeded') problems = [];
      else if (end.kind === 'exchangeFailed') problems = tallyProblem(problems, end.error.code, log.now());
      if (end.kind === 'exchangeSucceeded' && runner.state().leader) hints.open();
      else hints.close();
      await readDiary();
    },
    onStop: () => hints.close(),
    onStep,
  });
  const hints = createHints({
    platform,
    token: () => log.state.get().identity?.token,
    // What a neighbour did waits until somebody is signed in; who may sign in, and whether the device may, does not.
    onHint: (kind) => (kind === 'administration' || log.rowsOpen.get()) && runner.feed({ kind: 'hint', now: clock.now() }),
    onLost: () => runner.feed({ kind: 'lineRegained', now: clock.now() }),
  });

  /** A failure that matters shows at the next exchange. */
  async function readDiary(): Promise<void> {
    try {
      diary.set(await log.readDiary(diaryLines));
    } catch (error) {
      if (storageFaultOf(error) === undefined) throw error;
    }
  }

  async function beginDiary(): Promise<void> {
    await readDiary();
    if (problems.length === 0) problems = failedSince(diary.get(), log.state.get().lastReceiptAt ?? 0);
  }

  return {
    ...runner,
    diary,
    start: () => {
      runner.start();
      void beginDiary();
    },
    stop: () => {
      runner.stop();
      begun.next = undefined;
      begun.broken = undefined;
      hints.close();
    },
  };
}

/** What runs before this one could not tell the centre any more. */
function failedSince(diary: readonly DiaryLine[], since: number): readonly ReportedProblem[] {
  const failed = diary.filter((line) => line.kind === 'failed' && line.at > since).toReversed();
  return failed.reduce<readonly ReportedProblem[]>((tally, { detail = '', at }) => tallyProblem(tally, detail, at), []);
}

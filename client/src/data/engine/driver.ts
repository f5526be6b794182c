/**
 * Runs the shared sync machine: feeds it what happens (acts, timers, the line, hints, the officer's wish) and carries out its effects. Decides nothing itself:
 * what to do next is the machine's, what is true is the log's, who leads is `leader.ts`'s.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import { type SyncOptions, syncOptionsDefault } from '@onestop/shared/sync/options.ts';
import { syncFacts, type SyncFacts } from '@onestop/shared/sync/status.ts';
import { initialSyncState, stepSync, type SyncEffect, type SyncInput } from '@onestop/shared/sync/sync-machine.ts';
import type { Live } from '../../contract/live.ts';
import type { DiaryLine, SyncStatus } from '../../contract/sync-status.ts';
import type { EventLog } from '../db/event-log.ts';
import { createMutableLive, type MutableLive } from '../db/live.ts';
import { storageFaultOf } from '../db/storage-fault.ts';
import type { Platform } from '../../ports/platform.ts';
import type { BegunTurns } from './ahead.ts';
import { describeStatus, unsentEvents } from './describe-status.ts';
import { type DeviceTrouble, exchangeTurn, type ExchangeTurnDeps } from './exchange-turn.ts';
import { createHints, type Hints } from './hints.ts';
import { createLeader } from './leader.ts';
import type { DeviceTransport } from './transport.ts';
import type { DeviceFacts, Turn } from './turn.ts';

export interface SyncDriver {
  readonly status: Live<SyncStatus>;
  readonly diary: Live<readonly DiaryLine[]>;
  readonly syncNow: () => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** The log changed, by this tab or another. */
  readonly onLogChanged: () => void;
  /** A message of another tab. */
  readonly hear: (message: SyncMessage) => void;
}

export type SyncMessage =
  | { readonly kind: 'sync-status'; readonly facts: SyncFacts }
  | { readonly kind: 'sync-now' }
  /** Who leads, and who has somebody signed in? */
  | { readonly kind: 'sync-hello' }
  /** Somebody is signed in here: this tab can pull as well as deliver. */
  | { readonly kind: 'sync-open' };

export interface DriverDeps {
  readonly platform: Platform;
  readonly log: EventLog;
  readonly transport: DeviceTransport;
  readonly post: (message: SyncMessage) => void;
  readonly facts: () => DeviceFacts;
  readonly onTrouble: (trouble: DeviceTrouble | undefined) => void;
  readonly onExchanged: (turn: Turn) => void;
  readonly options?: SyncOptions | undefined;
}

/** While the desk is open a failing attempt costs nothing, and the officer expects "within seconds" when the line is back. */
const options: SyncOptions = { ...syncOptionsDefault, retryDelayMsMax: 15_000 };
const diaryLines = 200;

export function createDriver(deps: DriverDeps): SyncDriver {
  const { platform, log, post } = deps;
  const now = (): number => platform.clock.now();
  const diary = createMutableLive<readonly DiaryLine[]>([]);
  /** What the leading tab says, while another one leads. */
  let told: SyncFacts | undefined;
  const engine = createEngine(deps, diary, () => show());
  const leader = createLeader({
    locks: platform.locks,
    lockName: `motcua-sync${platform.name}`,
    onLead: () => {
      begin();
      show();
      if (!log.rowsOpen.get()) post({ kind: 'sync-hello' });
    },
  });
  const status = createMutableLive<SyncStatus>(describe());

  function describe(): SyncStatus {
    const leads = leader.leads();
    const facts = leads || told === undefined ? syncFacts(engine.state()) : told;
    return describeStatus(log.state.get(), facts, log.refused.get().size, leads);
  }

  function show(): void {
    status.set(describe());
    if (leader.leads()) post({ kind: 'sync-status', facts: syncFacts(engine.state()) });
  }

  /** An enrolled device's leading tab has its machine lead too. */
  function begin(): void {
    const state = log.state.get();
    if (leader.leads() && !engine.state().leader && state.identity !== undefined)
      engine.feed({ kind: 'becameLeader', now: now(), pendingEvents: unsentEvents(state) });
  }

  function onRowsOpen(): void {
    const open = log.rowsOpen.get();
    if (open) engine.feed({ kind: 'syncNow', now: now() });
    if (open !== leader.leads()) post({ kind: open ? 'sync-open' : 'sync-hello' });
  }

  function hear(message: SyncMessage): void {
    if (message.kind === 'sync-status') {
      told = message.facts;
      status.set(describe());
    } else if (message.kind === 'sync-now') engine.feed({ kind: 'syncNow', now: now() });
    else if (message.kind === 'sync-hello') {
      if (leader.leads()) show();
      else if (log.rowsOpen.get()) post({ kind: 'sync-open' });
    } else if (leader.leads() && !log.rowsOpen.get() && platform.locks !== undefined) {
      // A tab that can only deliver lets one lead that can pull too, once its exchange is over.
      engine.feed({ kind: 'lostLeadership', now: now() });
      leader.stepBack(engine.rest());
      show();
    }
  }

  let ends: (() => void)[] = [];
  return {
    status,
    diary,
    syncNow: () => {
      if (leader.leads()) engine.feed({ kind: 'syncNow', now: now() });
      else post({ kind: 'sync-now' });
    },
    start: () => {
      engine.start();
      leader.start();
      const regained = (): void => engine.feed({ kind: 'lineRegained', now: now() });
      ends = [platform.signals.onOnline(regained), platform.signals.onVisible(regained), log.rowsOpen.subscribe(onRowsOpen)];
      post({ kind: 'sync-hello' });
    },
    stop: () => {
      engine.stop();
      for (const end of ends) end();
      leader.stop();
    },
    onLogChanged: () => {
      begin();
      const pendingEvents = unsentEvents(log.state.get());
      if (leader.leads() && pendingEvents > engine.state().pendingEvents) engine.feed({ kind: 'actPerformed', now: now(), pendingEvents });
      else show();
    },
    hear,
  };
}

/** The machine with its timer, its hints and the turns it asks for. */
interface Engine {
  readonly state: () => ReturnType<typeof initialSyncState>;
  readonly feed: (input: SyncInput) => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** Once no exchange is under way. */
  readonly rest: () => Promise<void>;
}

function createEngine(deps: DriverDeps, diary: MutableLive<readonly DiaryLine[]>, onStep: () => void): Engine {
  const { platform, log, transport } = deps;
  const used = deps.options ?? options;
  const now = (): number => platform.clock.now();
  const jitter = (): number => must(platform.random.bytes(1)[0], 'one byte') / 255;
  const begun: BegunTurns = {};
  let machine = initialSyncState(used);
  let timer: unknown;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();
  const hints: Hints = createHints({
    platform,
    token: () => log.state.get().identity?.token,
    // What a neighbour did waits until somebody is signed in.
    onHint: () => log.rowsOpen.get() && feed({ kind: 'hint', now: now() }),
    onLost: () => feed({ kind: 'lineRegained', now: now() }),
  });
  const turns: ExchangeTurnDeps = {
    ...deps,
    jitter,
    problem: () => machine.problem?.code,
    onTrouble: (trouble) => !stopped && deps.onTrouble(trouble),
    onExchanged: (done) => !stopped && deps.onExchanged(done),
  };

  function feed(input: SyncInput): void {
    if (stopped) return;
    const step = stepSync(machine, input, used);
    machine = step.state;
    for (const effect of step.effects) carryOut(effect);
    onStep();
  }

  function carryOut(effect: SyncEffect): void {
    if (effect.kind !== 'probe') platform.timers.clear(timer);
    if (effect.kind === 'wait') timer = platform.timers.set(() => feed({ kind: 'tick', now: now() }), Math.max(0, effect.untilMs - now()));
    else if (effect.kind === 'stop') hints.close();
    else if (effect.kind === 'probe') void probe();
    else turn = exchange(effect);
  }

  async function probe(): Promise<void> {
    const answer = await transport.probe();
    if (answer.ok) feed({ kind: 'probeSucceeded', now: now() });
    else feed({ kind: 'probeFailed', now: now(), error: answer.error, jitter: jitter() });
  }

  async function exchange(effect: Extract<SyncEffect, { readonly kind: 'exchange' }>): Promise<void> {
    const end = await exchangeTurn(turns, effect, begun).catch(ifGoesOn);
    if (end === undefined || stopped) return;
    feed(end);
    if (end.kind === 'exchangeSucceeded' && machine.leader) hints.open();
    else hints.close();
    await readDiary();
  }

  /** A closing tab has no database any more, and nobody to tell. */
  function ifGoesOn(error: unknown): undefined {
    if (!stopped) throw error;
  }

  /** A failure that matters shows at the next exchange. */
  async function readDiary(): Promise<void> {
    try {
      diary.set(await log.readDiary(diaryLines));
    } catch (error) {
      if (storageFaultOf(error) === undefined) throw error;
    }
  }

  return {
    state: () => machine,
    feed,
    rest: () => turn,
    start: () => {
      stopped = false;
      void readDiary();
    },
    stop: () => {
      stopped = true;
      begun.next = undefined;
      begun.broken = undefined;
      platform.timers.clear(timer);
      hints.close();
    },
  };
}

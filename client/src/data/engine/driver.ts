/**
 * Runs the shared sync machine: feeds it what happens (acts, timers, the line, hints, the officer's wish) and carries out its effects. One tab of the
 * device leads by a Web Lock and tells the others its status. Decides nothing itself: what to do next is the machine's, what is true is the log's.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import type { TransportError } from '@onestop/shared/ports.ts';
import { wireErrors } from '@onestop/shared/protocol/errors.ts';
import { type SyncOptions, syncOptionsDefault } from '@onestop/shared/sync/options.ts';
import { syncFacts, type SyncFacts } from '@onestop/shared/sync/status.ts';
import { initialSyncState, stepSync, type SyncEffect, type SyncInput } from '@onestop/shared/sync/sync-machine.ts';
import type { Live } from '../../contract/live.ts';
import type { DiaryLine, SyncStatus } from '../../contract/sync-status.ts';
import type { EventLog } from '../db/event-log.ts';
import { createMutableLive } from '../db/live.ts';
import { storageFaultOf } from '../db/storage-fault.ts';
import type { Platform } from '../../ports/platform.ts';
import type { Ahead } from './ahead.ts';
import { type DeviceFacts, exchangeOnce, type Turn, type TurnError } from './exchange-once.ts';
import { createHints } from './hints.ts';
import type { DeviceTransport } from './transport.ts';

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
  | { readonly kind: 'sync-hello' };

export interface DriverDeps {
  readonly platform: Platform;
  readonly log: EventLog;
  readonly transport: DeviceTransport;
  readonly post: (message: SyncMessage) => void;
  readonly facts: () => DeviceFacts;
  /** Local data or identity is in trouble: shown on a screen of its own. */
  readonly onFault: (fault: Extract<TurnError, { readonly code: `storage/${string}` | 'log/broken' }>) => void;
  readonly onExchanged: (turn: Turn) => void;
  readonly options?: SyncOptions | undefined;
}

/** While the desk is open a failing attempt costs nothing, and the officer expects "within seconds" when the line is back. */
const options: SyncOptions = { ...syncOptionsDefault, retryDelayMsMax: 15_000 };
const diaryLines = 200;

export function createDriver(deps: DriverDeps): SyncDriver {
  const { platform, log } = deps;
  const used = deps.options ?? options;
  const diary = createMutableLive<readonly DiaryLine[]>([]);
  const ahead: Ahead = {};
  let machine = initialSyncState(used);
  let leads = false;
  let begun = false;
  let told: SyncFacts | undefined;
  let timer: unknown;
  let stopped = new AbortController();
  let releaseLeadership: () => void = () => undefined;
  const status = createMutableLive<SyncStatus>(describe());
  const hints = createHints({
    platform,
    token: () => log.state.get().identity?.token,
    onHint: () => feed({ kind: 'hint', now: now() }),
    onLost: () => leads && feed({ kind: 'lineRegained', now: now() }),
  });

  function now(): number {
    return platform.clock.now();
  }

  function pending(): number {
    const { head, acked } = log.state.get();
    return (head?.seq ?? 0) - (acked?.seq ?? 0);
  }

  function describe(): SyncStatus {
    const state = log.state.get();
    const facts = leads || told === undefined ? syncFacts(machine) : told;
    const corrected = (at: number | undefined): number | undefined => (at === undefined ? undefined : at + state.clockOffsetMs);
    return {
      phase: facts.phase,
      pendingEvents: pending(),
      pendingBytes: Math.round(state.pendingChars * state.wireRatio),
      progress: facts.progress,
      lastReceiptAt: state.lastReceiptAt,
      lastAttemptAt: corrected(facts.lastAttemptAt),
      nextAttemptAt: corrected(facts.nextAttemptAt),
      reachable: facts.reachable,
      problem: facts.problem === undefined ? undefined : { code: facts.problem.code, since: facts.problem.since + state.clockOffsetMs },
      refused: log.refused.get().size,
      leader: leads,
      freshness: state.freshness,
    };
  }

  function show(): void {
    status.set(describe());
    if (leads) deps.post({ kind: 'sync-status', facts: syncFacts(machine) });
  }

  function feed(input: SyncInput): void {
    if (stopped.signal.aborted) return;
    const step = stepSync(machine, input, used);
    machine = step.state;
    for (const effect of step.effects) carryOut(effect);
    show();
  }

  function carryOut(effect: SyncEffect): void {
    if (effect.kind === 'wait') {
      platform.timers.clear(timer);
      timer = platform.timers.set(() => feed({ kind: 'tick', now: now() }), Math.max(0, effect.untilMs - now()));
    } else if (effect.kind === 'stop') {
      platform.timers.clear(timer);
      hints.close();
    } else if (effect.kind === 'probe') void probe();
    else void exchange(effect);
  }

  async function probe(): Promise<void> {
    const answer = await deps.transport.probe();
    if (answer.ok) feed({ kind: 'probeSucceeded', now: now() });
    else feed({ kind: 'probeFailed', now: now(), error: answer.error, jitter: jitter() });
  }

  async function exchange(effect: Extract<SyncEffect, { readonly kind: 'exchange' }>): Promise<void> {
    platform.timers.clear(timer);
    const charsMax = Math.round(effect.bytesMax / log.state.get().wireRatio);
    try {
      const { eventsMax, answerEventsMax, ahead: likely } = effect;
      const turn = await exchangeOnce(deps, { eventsMax, charsMax, answerEventsMax, ahead: likely }, ahead);
      if (stopped.signal.aborted) return;
      if (turn.ok) await succeeded(turn.value);
      else await failed(turn.error);
    } catch (error) {
      // Reading the log may fail as well as writing it; a tab that is closing has no database any more.
      if (stopped.signal.aborted) return;
      const fault = storageFaultOf(error);
      if (fault === undefined) throw error;
      await failed(fault);
    }
  }

  async function succeeded(turn: Turn): Promise<void> {
    const { applied } = turn;
    if (log.state.get().revoked) await log.setRevoked(false);
    deps.onExchanged(turn);
    feed({
      kind: 'exchangeSucceeded',
      now: now(),
      summary: {
        outcome: turn.outcome,
        sent: turn.sent,
        acknowledged: applied.acknowledged,
        received: applied.received,
        more: turn.more,
        pendingEvents: pending(),
        bytesUp: turn.bytesUp,
        bytesDown: turn.bytesDown,
        otherNews: turn.otherNews || applied.kind === 'STALE',
      },
    });
    hints.open();
    await readDiary();
  }

  async function failed(error: TurnError): Promise<void> {
    hints.close();
    if (error.code === 'log/broken' || error.code.startsWith('storage/')) {
      deps.onFault(error as Parameters<DriverDeps['onFault']>[0]);
      feed({ kind: 'exchangeFailed', now: now(), error: { code: 'wire/internal' }, jitter: jitter() });
      // A full disk may be freed; anything else needs a person first.
      if (error.code !== 'storage/full') feed({ kind: 'paused', now: now() });
      return;
    }
    const wire = error as TransportError;
    if (wire.code === 'wire/device-revoked') await log.setRevoked(true);
    const isNews = machine.problem?.code !== wire.code;
    feed({ kind: 'exchangeFailed', now: now(), error: wire, jitter: jitter() });
    if (!isNews) return;
    await log.addDiary([{ at: log.now(), kind: 'failed', detail: wire.code }]);
    if (stopped.signal.aborted) return;
    await readDiary();
    if (isRetryable(wire)) await platform.registerBackgroundSync();
  }

  function jitter(): number {
    return must(platform.random.bytes(1)[0], 'one byte') / 255;
  }

  /** A failure that matters shows at the next exchange; one of a closing tab matters to nobody. */
  function ignoreClosing(error: unknown): void {
    if (storageFaultOf(error) === undefined) throw error;
  }

  async function readDiary(): Promise<void> {
    diary.set(await log.readDiary(diaryLines));
  }

  function begin(): void {
    if (!leads || begun || log.state.get().identity === undefined) return;
    begun = true;
    feed({ kind: 'started', now: now(), pendingEvents: pending(), leader: true });
  }

  async function lead(): Promise<void> {
    leads = true;
    begin();
    show();
    await new Promise<void>((resolve) => {
      releaseLeadership = resolve;
      if (stopped.signal.aborted) resolve();
    });
    leads = false;
  }

  let unsubscribe: (() => void)[] = [];
  return {
    status,
    diary,
    syncNow: () => {
      if (leads) feed({ kind: 'syncNow', now: now() });
      else deps.post({ kind: 'sync-now' });
    },
    start: () => {
      stopped = new AbortController();
      void readDiary().catch(ignoreClosing);
      if (platform.locks === undefined) void lead();
      else void platform.locks.request(`motcua-sync${platform.name}`, stopped.signal, lead);
      unsubscribe = [
        platform.signals.onOnline(() => leads && begun && feed({ kind: 'lineRegained', now: now() })),
        platform.signals.onVisible(() => leads && begun && feed({ kind: 'lineRegained', now: now() })),
      ];
      deps.post({ kind: 'sync-hello' });
    },
    stop: () => {
      stopped.abort();
      ahead.next = undefined;
      ahead.broken = undefined;
      platform.timers.clear(timer);
      hints.close();
      for (const end of unsubscribe) end();
      releaseLeadership();
    },
    onLogChanged: () => {
      begin();
      if (leads && begun && pending() > machine.pendingEvents) feed({ kind: 'actPerformed', now: now(), pendingEvents: pending() });
      else show();
    },
    hear: (message) => {
      if (message.kind === 'sync-status') {
        told = message.facts;
        status.set(describe());
      } else if (leads && message.kind === 'sync-now') feed({ kind: 'syncNow', now: now() });
      else if (leads) show();
    },
  };
}

function isRetryable(error: TransportError): boolean {
  if (error.code === 'network/unreachable' || error.code === 'network/not-ours') return true;
  return wireErrors[error.code].recovery === 'retry-after';
}

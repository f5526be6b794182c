/** The sync machine in motion: keeps its state and its one timer, carries effects out, and feeds back how they ended. */
import type { Clock } from '@onestop/shared/ports.ts';
import type { SyncOptions } from '@onestop/shared/sync/options.ts';
import { initialSyncState, stepSync, type SyncEffect, type SyncInput, type SyncState } from '@onestop/shared/sync/sync-machine.ts';
import type { Timers } from '../../ports/platform.ts';

export type ExchangeEffect = Extract<SyncEffect, { readonly kind: 'exchange' }>;

export interface RunnerDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly options: SyncOptions;
  readonly exchange: (effect: ExchangeEffect) => Promise<SyncInput>;
  readonly probe: () => Promise<SyncInput>;
  /** After the machine knows how an exchange ended. */
  readonly onExchangeOver: (end: SyncInput) => Promise<void>;
  /** Another tab leads. */
  readonly onStop: () => void;
  readonly onStep: () => void;
}

export interface MachineRunner {
  readonly state: () => SyncState;
  readonly isStopped: () => boolean;
  readonly feed: (input: SyncInput) => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** Once no exchange is under way. */
  readonly rest: () => Promise<void>;
}

export function createMachineRunner(deps: RunnerDeps): MachineRunner {
  const { clock, timers, options } = deps;
  let state = initialSyncState(options);
  let timer: unknown;
  let stopped = false;
  let exchanging: Promise<void> = Promise.resolve();

  function feed(input: SyncInput): void {
    if (stopped) return;
    const step = stepSync(state, input, options);
    ({ state } = step);
    for (const effect of step.effects) carryOut(effect);
    deps.onStep();
  }

  function carryOut(effect: SyncEffect): void {
    if (effect.kind === 'probe') void deps.probe().then(feed);
    else timers.clear(timer);
    if (effect.kind === 'wait')
      timer = timers.set(() => feed({ kind: 'tick', now: clock.now() }), Math.max(0, effect.untilMs - clock.now()));
    else if (effect.kind === 'stop') deps.onStop();
    else if (effect.kind === 'exchange') exchanging = exchange(effect);
  }

  async function exchange(effect: ExchangeEffect): Promise<void> {
    try {
      const end = await deps.exchange(effect);
      feed(end);
      if (!stopped) await deps.onExchangeOver(end);
    } catch (error) {
      // A closing tab has no database any more, and nobody to tell.
      if (!stopped) throw error;
    }
  }

  return {
    state: () => state,
    isStopped: () => stopped,
    feed,
    rest: () => exchanging,
    start: () => {
      stopped = false;
    },
    stop: () => {
      stopped = true;
      timers.clear(timer);
    },
  };
}

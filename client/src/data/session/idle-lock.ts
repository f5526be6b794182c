/** Locks when nothing was touched for the set time. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Timers } from '../../ports/platform.ts';

export interface IdleLock {
  /** Somebody is in, or out: counts from now, or not at all. */
  readonly restart: () => void;
  /** Any input: the timer is moved at most once a second, because every key press comes here. */
  readonly touch: () => void;
  readonly stop: () => void;
}

export interface IdleLockDeps {
  readonly timers: Timers;
  readonly now: () => Instant;
  readonly idleMs: () => number;
  readonly isOpen: () => boolean;
  readonly lock: () => void;
}

const touchMsMin = 1_000;

export function createIdleLock({ timers, now, idleMs, isOpen, lock }: IdleLockDeps): IdleLock {
  let timer: unknown;
  let lastTouch = 0;

  function restart(): void {
    timers.clear(timer);
    if (isOpen()) timer = timers.set(lock, idleMs());
  }

  return {
    restart,
    touch: () => {
      const at = now();
      if (Math.abs(at - lastTouch) < touchMsMin) return;
      lastTouch = at;
      restart();
    },
    stop: () => timers.clear(timer),
  };
}

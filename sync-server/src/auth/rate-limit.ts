/**
 * Counts tries in a sliding window, per caller and for everybody together. A try counts from its beginning, so many at the same moment are no way around it; a right
 * one is forgiven. In memory: a restart forgives, a flood does not grow it without bound.
 */
import type { Clock } from '@onestop/shared/ports.ts';

export interface RateLimit {
  /** Seconds to wait, or undefined where a try is allowed. */
  readonly waitSeconds: (key: string) => number | undefined;
  readonly noteTry: (key: string) => void;
  /** The try was right: what the caller did wrong before is forgotten. */
  readonly forgive: (key: string) => void;
}

export interface RateLimitOptions {
  readonly windowMs: number;
  readonly triesPerKeyMax: number;
  readonly triesTotalMax: number;
}

const keysMax = 10_000;

export function createRateLimit(clock: Clock, options: RateLimitOptions): RateLimit {
  const triesByKey = new Map<string, number[]>();
  let total: number[] = [];
  const live = (times: readonly number[], now: number): number[] => times.filter((at) => at > now - options.windowMs);
  const wait = (times: readonly number[], max: number, now: number): number | undefined => {
    const oldest = times[times.length - max];
    return oldest === undefined ? undefined : Math.max(1, Math.ceil((oldest + options.windowMs - now) / 1000));
  };
  return {
    waitSeconds: (key) => {
      const now = clock.now();
      total = live(total, now);
      return wait(live(triesByKey.get(key) ?? [], now), options.triesPerKeyMax, now) ?? wait(total, options.triesTotalMax, now);
    },
    noteTry: (key) => {
      const now = clock.now();
      if (triesByKey.size >= keysMax) triesByKey.delete(triesByKey.keys().next().value ?? '');
      triesByKey.set(key, [...live(triesByKey.get(key) ?? [], now), now]);
      total = [...live(total, now), now];
    },
    forgive: (key) => {
      triesByKey.delete(key);
      total.pop();
    },
  };
}

/** How long to wait after failures: doubling, bounded, with jitter passed in so that twenty devices do not all come back in the same second. */
export interface BackoffOptions {
  readonly retryDelayMsFirst: number;
  readonly retryDelayMsMax: number;
  /** Part of the delay that is left to chance, 0 to 1. */
  readonly jitterPart: number;
}

/** `failures` from 1; `jitter` from 0 to 1. The delay is never below `(1 - jitterPart)` of the plain one and never above the plain one. */
export function backoffMs(failures: number, jitter: number, options: BackoffOptions): number {
  const plain = Math.min(options.retryDelayMsMax, options.retryDelayMsFirst * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(plain * (1 - options.jitterPart * Math.min(1, Math.max(0, jitter))));
}

/**
 * One tab of a device leads: it exchanges for all. Tabs wait for their turn at a Web Lock; a leader that cannot do all of the work steps back, and waits behind
 * the others. Where the browser has no locks every tab leads, which is slower but still correct.
 */
import type { Locks } from '../../ports/platform.ts';

export interface Leader {
  readonly leads: () => boolean;
  readonly start: () => void;
  readonly stop: () => void;
  /** Leads no more, and once `rest` is over lets the next tab lead, if there is one. */
  readonly stepBack: (rest: Promise<void>) => void;
}

export interface LeaderDeps {
  readonly locks: Locks | undefined;
  readonly lockName: string;
  readonly onLead: () => void;
}

export function createLeader({ locks, lockName, onLead }: LeaderDeps): Leader {
  let leads = false;
  let stopped = new AbortController();
  let release: () => void = () => undefined;

  async function lead(signal: AbortSignal): Promise<void> {
    leads = true;
    onLead();
    await new Promise<void>((resolve) => {
      release = resolve;
      if (signal.aborted) resolve();
    });
    leads = false;
  }

  async function takeTurns(signal: AbortSignal): Promise<void> {
    if (locks === undefined) return lead(signal);
    while (!signal.aborted) await locks.request(lockName, signal, () => lead(signal));
  }

  return {
    leads: () => leads,
    start: () => {
      stopped = new AbortController();
      void takeTurns(stopped.signal);
    },
    stop: () => {
      stopped.abort();
      release();
    },
    stepBack: (rest) => {
      leads = false;
      // Asked for while it begins to lead, there is nothing to release yet.
      void rest.then(() => release());
    },
  };
}

/**
 * One virtual time line for the whole simulated district. Timers of every desk and every delay of the line are entries of one queue, ordered by due
 * time and then by when they were set, so a seed always plays the same story. Nothing here waits in real time.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';

interface Entry {
  readonly id: number;
  readonly due: Instant;
  readonly owner: string;
  readonly run: () => void;
}

export interface Scheduler {
  readonly now: () => Instant;
  readonly set: (owner: string, run: () => void, delayMs: number) => number;
  readonly clear: (id: number) => void;
  /** Forgets what an owner had planned: its tab was killed. */
  readonly drop: (owner: string) => void;
  /** Runs the next entry that is due by `until` and returns true; else moves the time to `until` and returns false. */
  readonly runNext: (until: Instant) => boolean;
  readonly advanceTo: (time: Instant) => void;
  readonly pending: () => number;
}

export function createScheduler(start: Instant): Scheduler {
  let time = start;
  let nextId = 1;
  let queue: Entry[] = [];
  return {
    now: () => time,
    set: (owner, run, delayMs) => {
      const id = nextId++;
      queue.push({ id, due: time + Math.max(0, delayMs), owner, run });
      return id;
    },
    clear: (id) => {
      queue = queue.filter((entry) => entry.id !== id);
    },
    drop: (owner) => {
      queue = queue.filter((entry) => entry.owner !== owner);
    },
    runNext: (until) => {
      let best: Entry | undefined;
      for (const entry of queue) {
        if (entry.due <= until && (best === undefined || entry.due < best.due || (entry.due === best.due && entry.id < best.id)))
          best = entry;
      }
      if (best === undefined) {
        time = Math.max(time, until);
        return false;
      }
      const chosen = best;
      queue = queue.filter((entry) => entry !== chosen);
      time = Math.max(time, chosen.due);
      chosen.run();
      return true;
    },
    advanceTo: (to) => {
      time = Math.max(time, to);
    },
    pending: () => queue.length,
  };
}

/** Counts what really happened over the whole suite, so that a run in which a fault or an event type never occurred cannot pass for a proof. */
export interface Tally {
  readonly count: (what: string) => void;
  readonly get: (what: string) => number;
  readonly entries: () => readonly (readonly [string, number])[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    get: (what) => counts.get(what) ?? 0,
    entries: () => [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** Choosing many rows of a list, by key, by thumb or by mouse: which are chosen, and whether the list is choosing at all. */
import { useState } from 'react';

export interface Choosing {
  readonly active: boolean;
  readonly chosen: ReadonlySet<string>;
  /** With nothing chosen yet: the boxes appear. */
  readonly begin: () => void;
  readonly toggle: (key: string) => void;
  readonly add: (keys: readonly string[]) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<string> = new Set();

export function useChoosing(): Choosing {
  // Undefined while the list only opens rows.
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  return {
    active: chosen !== undefined,
    chosen: chosen ?? none,
    begin: () => setChosen((old) => old ?? none),
    toggle: (key) =>
      setChosen((old = none) => {
        const next = new Set(old);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    add: (keys) => setChosen((old = none) => new Set([...old, ...keys])),
    clear: () => setChosen(undefined),
  };
}

/** What a dossier's events were written in sight of. */
import { eventKey } from '../kernel/ids.ts';
import type { CausalGraph } from './order.ts';

/** All that is before an event, by key; made when it is asked for first: a chain never asks. */
export type Ancestry = (key: string) => ReadonlySet<string>;

const nothing: ReadonlySet<string> = new Set();

export function createAncestry(graph: CausalGraph): Ancestry {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (key) => (known ??= ancestry(graph)).get(key) ?? nothing;
}

function ancestry(graph: CausalGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  for (const event of graph.events) {
    const all = new Set<string>();
    for (const parent of graph.parents(event)) {
      const key = eventKey(parent);
      all.add(key);
      for (const before of known.get(key) ?? nothing) all.add(before);
    }
    known.set(eventKey(event), all);
  }
  return known;
}

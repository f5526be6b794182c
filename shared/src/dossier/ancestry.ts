/** What a dossier's events were written in sight of. */
import { eventKey } from '../kernel/ids.ts';
import type { CausalGraph } from './order.ts';

/** All that is before an event, by key. */
export type Ancestry = (key: string) => ReadonlySet<string>;

const nothing: ReadonlySet<string> = new Set();

export function createAncestry(graph: CausalGraph): Ancestry {
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
  return (key) => known.get(key) ?? nothing;
}

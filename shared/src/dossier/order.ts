/**
 * The one order of a dossier's events, used everywhere (design §3): topological by `after` (plus each device's own sequence), ties between
 * concurrent events by (at, device, seq). A wrong clock can never reorder cause and effect. Invariant: the order depends on the set of events
 * only, not on how they arrived. Parents that are not there are ignored; a cycle, which only a broken device could write, is cut at its earliest event.
 */
import { type EventRef, eventKey } from '../kernel/ids.ts';
import type { EventEnvelope } from './envelope.ts';

export interface CausalGraph {
  /** In the one order, without repeats. */
  readonly events: readonly EventEnvelope[];
  /** Parents that are present, by event key. */
  readonly parents: (event: EventRef) => readonly EventEnvelope[];
  /** Newest events: nothing here comes after them. Sorted by device and seq. */
  readonly heads: readonly EventRef[];
}

export function orderEvents(events: readonly EventEnvelope[]): readonly EventEnvelope[] {
  return isChain(events) ? events : buildGraph(events).events;
}

/** The order with its edges. The usual case, every event after the one before it, needs no graph at all. */
export function causalGraph(events: readonly EventEnvelope[]): CausalGraph {
  if (!isChain(events)) return buildGraph(events);
  const last = events[events.length - 1];
  return {
    events,
    heads: last ? [{ device: last.device, seq: last.seq }] : [],
    parents: (ref) => {
      const at = events.findIndex((event) => event.device === ref.device && event.seq === ref.seq);
      return at > 0 ? [events[at - 1] as EventEnvelope] : [];
    },
  };
}

/** All that is before an event of the graph. */
export function eventsBefore(graph: CausalGraph, event: EventRef): readonly EventEnvelope[] {
  const before: EventEnvelope[] = [];
  const seen = new Set<string>();
  for (let open = [...graph.parents(event)], next = open.pop(); next; next = open.pop()) {
    if (seen.has(eventKey(next))) continue;
    seen.add(eventKey(next));
    before.push(next);
    open.push(...graph.parents(next));
  }
  return before;
}

/** Short enough to check pairwise, in order, each naming exactly the one before it, and no device going back in its own sequence. */
function isChain(events: readonly EventEnvelope[]): boolean {
  const n = events.length;
  if (n > 24) return false;
  for (let i = 0; i < n; i++) {
    const event = events[i] as EventEnvelope;
    if (i === 0) {
      if (event.after.length !== 0) return n === 1;
      continue;
    }
    const before = events[i - 1] as EventEnvelope;
    const parent = event.after[0];
    if (event.after.length !== 1 || !parent || parent.seq !== before.seq || parent.device !== before.device) return false;
    for (let j = 0; j < i; j++) {
      const earlier = events[j] as EventEnvelope;
      if (earlier.device === event.device && earlier.seq >= event.seq) return false;
    }
  }
  return true;
}

interface Node {
  readonly event: EventEnvelope;
  readonly parents: Node[];
  readonly children: Node[];
  waiting: number;
  done: boolean;
}

function buildGraph(events: readonly EventEnvelope[]): CausalGraph {
  const nodes = makeNodes(events);
  const ready: Node[] = [];
  for (const node of nodes.values()) if (node.waiting === 0) insertByTie(ready, node);
  const sorted: EventEnvelope[] = [];
  while (sorted.length < nodes.size) {
    const node = ready.pop() ?? earliestLeft(nodes);
    if (node.done) continue;
    node.done = true;
    sorted.push(node.event);
    for (const child of node.children) {
      child.waiting -= 1;
      if (child.waiting === 0 && !child.done) insertByTie(ready, child);
    }
  }
  const heads = [...nodes.values()]
    .filter((node) => node.children.length === 0)
    .map(({ event }) => ({ device: event.device, seq: event.seq }));
  return {
    events: sorted,
    heads: heads.sort(compareRefs),
    parents: (ref) => (nodes.get(eventKey(ref))?.parents ?? []).map((node) => node.event),
  };
}

function makeNodes(events: readonly EventEnvelope[]): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const byDevice = new Map<string, Node[]>();
  for (const event of events) {
    const key = eventKey(event);
    if (nodes.has(key)) continue;
    const node: Node = { event, parents: [], children: [], waiting: 0, done: false };
    nodes.set(key, node);
    const own = byDevice.get(event.device);
    if (own) own.push(node);
    else byDevice.set(event.device, [node]);
  }
  for (const node of nodes.values()) {
    for (const ref of node.event.after) {
      const parent = nodes.get(eventKey(ref));
      if (parent && parent !== node) link(parent, node);
    }
  }
  // A device saw its own earlier events, also where the one between them was refused and is not here.
  for (const own of byDevice.values()) {
    own.sort((a, b) => a.event.seq - b.event.seq);
    for (let i = 1; i < own.length; i++) link(own[i - 1] as Node, own[i] as Node);
  }
  return nodes;
}

function link(parent: Node, child: Node): void {
  if (child.parents.includes(parent)) return;
  child.parents.push(parent);
  parent.children.push(child);
  child.waiting += 1;
}

/** Keeps `ready` sorted with the earliest last, so that taking it is a pop. */
function insertByTie(ready: Node[], node: Node): void {
  let low = 0;
  let high = ready.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareTie((ready[middle] as Node).event, node.event) > 0) low = middle + 1;
    else high = middle;
  }
  ready.splice(low, 0, node);
}

function earliestLeft(nodes: ReadonlyMap<string, Node>): Node {
  let best: Node | undefined;
  for (const node of nodes.values()) {
    if (!node.done && (best === undefined || compareTie(node.event, best.event) < 0)) best = node;
  }
  return best as Node;
}

function compareTie(a: EventEnvelope, b: EventEnvelope): number {
  return a.at - b.at || compareRefs(a, b);
}

function compareRefs(a: EventRef, b: EventRef): number {
  return a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq;
}

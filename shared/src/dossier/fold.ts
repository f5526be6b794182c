/**
 * Events → state, the same code on the tablet and on the server. An act that does not fit the state its predecessors left parts the history in two sides: one
 * stands, the other waits (`branches.ts`), and the state is exactly what the standing side gives. An event of an unknown type or a newer version is kept as
 * unknown. Never throws on data that passed the schemas. Invariant: the state depends on the set of events only (property-tested).
 */
import { type EventRef, eventKey } from '../kernel/ids.ts';
import { type Ancestry, createAncestry } from './ancestry.ts';
import { type Branches, createBranches, keysOf, type Parting, type Rules } from './branches.ts';
import type { EventEnvelope } from './envelope.ts';
import { type CausalGraph, causalGraph, eventsBefore } from './order.ts';
import { isAct, type KnownEvent, type ReadEvent, type ReadOptions, readEvent, sharedBy } from './read-event.ts';
import type { Contradiction, DossierState } from './state.ts';
import { mayBeUndone, undoneActs } from './undone.ts';

/** Raised when the same events give another state than before: devices then fold their rows again, and the server its projections. */
export const foldVersion = 4;

/** Undefined where the event that opens the dossier is missing or not understood. */
export function foldDossier(events: readonly EventEnvelope[], options: ReadOptions = {}): DossierState | undefined {
  return events.length === 0 ? undefined : foldGraph(causalGraph(events), options, new Map());
}

/** What the officer of one of the events saw: the fold of all that was before it. */
export function foldBefore(events: readonly EventEnvelope[], event: EventRef, options: ReadOptions = {}): DossierState | undefined {
  return foldDossier(eventsBefore(causalGraph(events), event), options);
}

/** `views` remembers, by key, whether a verdict was sound in sight of its officer. */
function foldGraph(graph: CausalGraph, options: ReadOptions, views: Map<string, boolean>): DossierState | undefined {
  const ancestorsOf = createAncestry(graph);
  const plain = pass(graph, options, ancestorsOf);
  if (plain.conflict === undefined && !plain.hasWord) return withHeads(plain.state, graph);
  const undone = undoneActs(graph, ancestorsOf, options);
  const branches = createBranches(graph, options, ancestorsOf, undone, (event) => isSound(graph, event, options, views));
  const partings: Parting[] = [];
  let rules = branches.rules;
  let run = pass(graph, options, ancestorsOf, rules);
  // Each round sets at least one more event aside, so this ends.
  for (; run.conflict !== undefined; run = pass(graph, options, ancestorsOf, rules)) {
    addParting(partings, branches, branches.part(run.conflict, run.applied, rules));
    rules = { ...branches.rules, waiting: keysOf(partings.flatMap(({ second }) => second)) };
  }
  const state = run.state;
  const contradictions = state && partings.map((parting) => contradictionOf(parting, graph, options, ancestorsOf, rules, state));
  return withHeads(state && contradictions && { ...state, contradictions }, graph);
}

function withHeads(state: DossierState | undefined, graph: CausalGraph): DossierState | undefined {
  return state && { ...state, heads: graph.heads };
}

/** An act on top of a waiting side belongs to the same contradiction. */
function addParting(partings: Parting[], branches: Branches, parting: Parting): void {
  const at = partings.findIndex((one) => branches.buildsOn(parting.event, one.second));
  const known = partings[at];
  if (known === undefined) partings.push(parting);
  else partings[at] = { event: known.event, first: unite(known.first, parting.first), second: unite(known.second, parting.second) };
}

function unite(a: readonly EventEnvelope[], b: readonly EventEnvelope[]): readonly EventEnvelope[] {
  const known = keysOf(a);
  return [...a, ...b.filter((event) => !known.has(eventKey(event)))];
}

function contradictionOf(
  { event, first, second }: Parting,
  graph: CausalGraph,
  options: ReadOptions,
  ancestorsOf: Ancestry,
  rules: Rules,
  standing: DossierState,
): Contradiction {
  const own = keysOf(second);
  const other = pass(graph, options, ancestorsOf, {
    ...rules,
    dropped: new Set([...[...rules.dropped].filter((key) => !own.has(key)), ...keysOf(first)]),
    waiting: new Set([...rules.waiting].filter((key) => !own.has(key))),
    kept: new Set([...rules.kept, ...own]),
    isOrphan: () => false,
    knew: () => true,
  });
  return {
    event: refOf(event),
    sides: [
      { acts: first.map(refOf), status: standing.status },
      { acts: second.map(refOf), status: other.state?.status ?? standing.status },
    ],
  };
}

/** A verdict is judged in the state its officer saw: the fold of all that was before it. */
function isSound(graph: CausalGraph, event: EventEnvelope, options: ReadOptions, views: Map<string, boolean>): boolean {
  const key = eventKey(event);
  const known = views.get(key);
  if (known !== undefined) return known;
  const before = eventsBefore(graph, event);
  const read = readEvent(event, options);
  const view = before.length === 0 ? undefined : foldGraph(causalGraph(before), options, views);
  const sound = read.kind === 'KNOWN' && view !== undefined && read.definition.allowed(view, read.lifted);
  views.set(key, sound);
  return sound;
}

interface Run {
  readonly state: DossierState | undefined;
  /** Acts that took effect, in order. The one that opened the dossier is never in question, so it is not here. */
  readonly applied: readonly EventEnvelope[];
  /** The first act that does not fit; the run ended there. */
  readonly conflict?: EventEnvelope | undefined;
  /** Whether an event speaks of others: leaves them out or lets them in. */
  readonly hasWord: boolean;
}

/** One run through the order. Without rules nothing is set aside, and verdicts have no effect of their own. */
function pass(graph: CausalGraph, options: ReadOptions, ancestorsOf: Ancestry, rules?: Rules): Run {
  const applied: EventEnvelope[] = [];
  /** Ordered before the event that opens the dossier, which came late or is missing. */
  const early: EventEnvelope[] = [];
  /** Those of the applied that allow no act beside them. */
  const exclusive: EventEnvelope[] = [];
  const knew = rules?.knew ?? ((event, other) => ancestorsOf(eventKey(event)).has(eventKey(other)));
  let state: DossierState | undefined;
  let lastAct: DossierState['lastAct'];
  let hasWord = false;
  for (const event of graph.events) {
    const read = readEvent(event, options);
    if (state === undefined) {
      state = isAside(event, rules) ? undefined : open(read);
      if (state === undefined) early.push(event);
      for (const one of state === undefined ? [] : early) {
        const told = readEvent(one, options);
        if (isAct(told) && !isAside(one, rules)) return { state, applied, conflict: one, hasWord };
        // What happened beside the business counts in whatever order it is told.
        state = isRecord(told) ? record(state as DossierState, one, told) : beside(state as DossierState, one, told);
      }
      continue;
    }
    if (read.kind !== 'KNOWN' || isAside(event, rules)) {
      state = beside(state, event, read);
      continue;
    }
    const { definition, lifted } = read;
    if (definition.verdict !== undefined) {
      hasWord = true;
      state = seen(rules?.verdicts.has(eventKey(event)) === true ? definition.evolve(state, lifted) : state, event, read);
      lastAct = undefined;
      continue;
    }
    // A record says what happened, whatever the business makes of it.
    if (isAct(read)) {
      const isKept = rules?.kept.has(eventKey(event)) === true;
      if (!isKept && (!definition.allowed(state, lifted) || rules?.isOrphan(event) === true))
        return { state, applied, conflict: event, hasWord };
      const against = definition.exclusive === true ? applied : exclusive;
      if (against.some((other) => !knew(event, other))) return { state, applied, conflict: event, hasWord };
      applied.push(event);
      if (definition.exclusive === true) exclusive.push(event);
    }
    state = promised(state, seen(definition.evolve(state, lifted), event, read), event);
    if (isAct(read)) lastAct = mayBeUndone(read) ? { ...refOf(event), by: event.actor } : undefined;
    if (definition.undoes === undefined) continue;
    hasWord = true;
    const target = definition.undoes(read.data as never);
    if (rules?.undone.has(eventKey(target)) === true) state = { ...state, undone: [...state.undone, refOf(target)] };
  }
  return { state: state && lastAct ? { ...state, lastAct } : state, applied, hasWord };
}

function isAside(event: EventEnvelope, rules: Rules | undefined): boolean {
  if (rules === undefined || rules.dropped.size + rules.waiting.size + rules.undone.size === 0) return false;
  const key = eventKey(event);
  return rules.dropped.has(key) || rules.waiting.has(key) || rules.undone.has(key);
}

function isRecord(read: ReadEvent): read is KnownEvent {
  return read.kind === 'KNOWN' && !isAct(read) && read.definition.verdict === undefined;
}

function record(state: DossierState, event: EventEnvelope, read: KnownEvent): DossierState {
  return seen(read.definition.evolve(state, read.lifted), event, read);
}

function open(read: ReadEvent): DossierState | undefined {
  if (read.kind !== 'KNOWN' || !read.definition.allowed(undefined, read.lifted)) return undefined;
  return promised(undefined, shared(read.definition.evolve(undefined, read.lifted), read), read.lifted);
}

/** An event that has no effect: not understood, dropped or waiting. It is there all the same. */
function beside(state: DossierState, event: EventEnvelope, read: ReadEvent): DossierState {
  return seen(read.kind === 'KNOWN' ? state : { ...state, unknownEvents: [...state.unknownEvents, refOf(event)] }, event, read);
}

/** A new promise is a new paper, of the day it was made. */
function promised(before: DossierState | undefined, state: DossierState, { at }: Pick<EventEnvelope, 'at'>): DossierState {
  if (state.due === undefined || state.due === before?.due) return state;
  return { ...state, dueSetAt: at, promises: [...state.promises, { at, dueAt: state.due.dueAt }] };
}

/** `lastAt` is the newest act; a look or a record is none. */
function seen(state: DossierState, event: EventEnvelope, read: ReadEvent): DossierState {
  const known = shared(state, read);
  if (event.at <= known.lastAt || (read.kind === 'KNOWN' && !isAct(read))) return known;
  return { ...known, lastAt: event.at };
}

/**
 * Whom a dossier was handed to sees it for good, also where the handing over is in question: the papers may be there, and what its officers then did must be
 * welcome in whatever order the events arrive. What is not understood shares with nobody until it is.
 */
function shared(state: DossierState, read: ReadEvent): DossierState {
  const more = sharedBy(read).filter((office) => !state.offices.includes(office));
  return more.length === 0 ? state : { ...state, offices: [...state.offices, ...new Set(more)] };
}

function refOf(event: EventRef): EventRef {
  return { device: event.device, seq: event.seq };
}

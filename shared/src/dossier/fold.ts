/**
 * Events → state, the same code on the tablet and on the server. An event that is not allowed in the state its predecessors left is kept as a
 * contradiction and not applied; an event of an unknown type or a newer version is kept as unknown. Never throws on data that passed the
 * schemas. Invariant: the state depends on the set of events only (property-tested).
 */
import type { EventRef } from '../kernel/ids.ts';
import { eventKey } from '../kernel/ids.ts';
import type { Settlement } from './define-event.ts';
import type { EventEnvelope } from './envelope.ts';
import { type CausalGraph, causalGraph } from './order.ts';
import { type KnownEvent, type ReadEvent, type ReadOptions, isAct, readEvent, sharedBy } from './read-event.ts';
import type { Contradiction, DossierState } from './state.ts';

/** Raised when the same events give another state than before: devices then fold their rows again. */
export const foldVersion = 1;

/** Undefined where the event that opens the dossier is missing or not understood. */
export function foldDossier(events: readonly EventEnvelope[], options: ReadOptions = {}): DossierState | undefined {
  if (events.length === 0) return undefined;
  const graph = causalGraph(events);
  const run: FoldRun = { graph, applied: [], early: [], options };
  let state: DossierState | undefined;
  for (const event of graph.events) {
    if (state === undefined) {
      state = open(run, event);
      if (state) state = replayEarly(run, state);
    } else {
      state = step(run, state, event);
    }
  }
  return state && { ...state, heads: graph.heads };
}

/** Contradictions that wait for a person. */
export function openContradictions(state: DossierState): readonly Contradiction[] {
  return state.contradictions.filter((one) => one.settled === undefined);
}

interface FoldRun {
  readonly graph: CausalGraph;
  /** Acts that took effect, in order. */
  readonly applied: EventEnvelope[];
  /** Events ordered before the one that opens the dossier (it came late or is missing). */
  readonly early: EventEnvelope[];
  readonly options: ReadOptions;
}

function open(run: FoldRun, event: EventEnvelope): DossierState | undefined {
  const read = readEvent(event, run.options);
  if (read.kind === 'KNOWN' && read.definition.allowed(undefined, read.lifted)) {
    if (isAct(read)) run.applied.push(event);
    return share(read.definition.evolve(undefined, read.lifted), read);
  }
  run.early.push(event);
  return undefined;
}

function replayEarly(run: FoldRun, opened: DossierState): DossierState {
  let state = opened;
  for (const event of run.early) {
    const read = readEvent(event, run.options);
    if (isAct(read)) state = seen(share(contradict(run, state, event), read), event, read);
    else state = step(run, state, event);
  }
  return state;
}

function step(run: FoldRun, state: DossierState, event: EventEnvelope): DossierState {
  const read = readEvent(event, run.options);
  if (read.kind !== 'KNOWN') return seen({ ...state, unknownEvents: [...state.unknownEvents, refOf(event)] }, event, read);
  const fits = read.definition.isAct === false || read.definition.allowed(state, read.lifted);
  const next = fits ? apply(run, state, event, read, 0) : contradict(run, state, event);
  return seen(share(next, read), event, read);
}

function apply(run: FoldRun, state: DossierState, event: EventEnvelope, read: KnownEvent, depth: number): DossierState {
  const next = read.definition.evolve(state, read.lifted);
  if (isAct(read)) run.applied.push(event);
  const settlement = read.definition.settles?.(read.data as never);
  return settlement === undefined || next === state || depth > 3 ? next : applySettled(run, next, settlement, depth);
}

/** 'SECOND': the contradicting event takes effect now, whatever its guard says. */
function applySettled(run: FoldRun, state: DossierState, { event, keep }: Settlement, depth: number): DossierState {
  if (keep !== 'SECOND') return state;
  const key = eventKey(event);
  const second = run.graph.events.find((one) => eventKey(one) === key);
  const read = second && readEvent(second, run.options);
  return read?.kind === 'KNOWN' ? apply(run, state, second as EventEnvelope, read, depth + 1) : state;
}

/** `lastAt` is the newest act. What is not understood may be one. */
function seen(state: DossierState, event: EventEnvelope, read: ReadEvent): DossierState {
  return event.at <= state.lastAt || (read.kind === 'KNOWN' && !isAct(read)) ? state : { ...state, lastAt: event.at };
}

/**
 * Whom a dossier was handed to sees it for good, also where the handing over is in question: the papers may be there, and what its officers then did
 * must be welcome in whatever order the events arrive. What is not understood shares nothing yet (the server holds what refers to it).
 */
function share(state: DossierState, read: ReadEvent): DossierState {
  const added = sharedBy(read).filter((office) => !state.offices.includes(office));
  return added.length === 0 ? state : { ...state, offices: [...state.offices, ...added] };
}

function contradict(run: FoldRun, state: DossierState, event: EventEnvelope): DossierState {
  const rival = findRival(run.graph, run.applied, event);
  const one: Contradiction = {
    event: refOf(event),
    type: event.type,
    status: state.status,
    ...(rival ? { rival: refOf(rival), rivalType: rival.type } : {}),
  };
  return { ...state, contradictions: [...state.contradictions, one] };
}

/** The latest act that took effect and that the officer had not seen. */
function findRival(graph: CausalGraph, applied: readonly EventEnvelope[], event: EventEnvelope): EventEnvelope | undefined {
  const ancestors = new Set<string>();
  const open = [...graph.parents(event)];
  for (let next = open.pop(); next; next = open.pop()) {
    const key = eventKey(next);
    if (ancestors.has(key)) continue;
    ancestors.add(key);
    open.push(...graph.parents(next));
  }
  return applied.findLast((other) => !ancestors.has(eventKey(other)));
}

function refOf(event: EventRef): EventRef {
  return { device: event.device, seq: event.seq };
}

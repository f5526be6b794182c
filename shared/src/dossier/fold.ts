/**
 * Events → state, the same code on the tablet and on the server. An event that is not allowed in the state its predecessors left is kept as a
 * contradiction and not applied; an event of an unknown type or a newer version is kept as unknown. Never throws on data that passed the
 * schemas. Invariant: the state depends on the set of events only (property-tested), and `extendDossier` equals the full fold.
 */
import type { EventRef, OfficeId } from '../kernel/ids.ts';
import { eventKey } from '../kernel/ids.ts';
import type { EventEnvelope } from './envelope.ts';
import type { EventWith } from './define-event.ts';
import { type FoldableEvent, findEventDefinition } from './events/index.ts';
import { findContradiction } from './events/contradiction-settled.ts';
import { type CausalGraph, causalGraph } from './order.ts';
import type { Contradiction, DossierState } from './state.ts';
import { liftEvent } from './upcast.ts';

/** Raised when the same events give another state than before: devices then fold their rows again. */
export const foldVersion = 1;

export interface FoldOptions {
  /** Types this build is taken to know: plays an old build in tests. */
  readonly knownTypes?: ReadonlySet<string> | undefined;
}

/** Undefined where the event that opens the dossier is missing or not understood. */
export function foldDossier(events: readonly EventEnvelope[], options: FoldOptions = {}): DossierState | undefined {
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

/**
 * One more event on a folded dossier, without its history. Only where the event was written in sight of everything folded so far
 * (the usual case) and its effect needs no other event; else undefined, and the caller folds all events again.
 */
export function extendDossier(state: DossierState, event: EventEnvelope, options: FoldOptions = {}): DossierState | undefined {
  if (event.dossier !== state.id) return undefined;
  for (const head of state.heads) {
    if (head.device === event.device && head.seq >= event.seq) return undefined;
    if (!event.after.some((ref) => ref.device === head.device && ref.seq === head.seq)) return undefined;
  }
  if (event.type === 'ContradictionSettled') return undefined;
  const next = step({ graph: undefined, applied: [], early: [], options }, state, event);
  return { ...next, heads: [refOf(event)] };
}

/** Contradictions that wait for a person. */
export function openContradictions(state: DossierState): readonly Contradiction[] {
  return state.contradictions.filter((one) => one.settled === undefined);
}

interface FoldRun {
  /** Undefined while extending: then nothing is concurrent. */
  readonly graph: CausalGraph | undefined;
  /** Events that changed the status, in order. */
  readonly applied: EventEnvelope[];
  /** Events ordered before the one that opens the dossier (it came late or is missing). */
  readonly early: EventEnvelope[];
  readonly options: FoldOptions;
}

function definitionOf(event: EventEnvelope, options: FoldOptions): FoldableEvent | undefined {
  if (options.knownTypes !== undefined && !options.knownTypes.has(event.type)) return undefined;
  const definition = findEventDefinition(event.type);
  return definition !== undefined && event.version <= definition.version && event.version >= 1 ? definition : undefined;
}

function open(run: FoldRun, event: EventEnvelope): DossierState | undefined {
  const definition = definitionOf(event, run.options);
  if (definition) {
    const lifted = liftEvent(definition, event);
    if (definition.allowed(undefined, lifted)) {
      if (definition.touches.includes('status')) run.applied.push(event);
      return definition.evolve(undefined, lifted);
    }
  }
  run.early.push(event);
  return undefined;
}

function replayEarly(run: FoldRun, opened: DossierState): DossierState {
  let state = opened;
  for (const event of run.early) {
    const definition = definitionOf(event, run.options);
    state = definition ? contradict(run, state, event) : unknown(state, event);
    state = seen(state, event, definition);
  }
  return state;
}

function step(run: FoldRun, state: DossierState, event: EventEnvelope): DossierState {
  const definition = definitionOf(event, run.options);
  if (!definition) return seen(unknown(state, event), event, undefined);
  const lifted = liftEvent(definition, event);
  if (!definition.allowed(state, lifted)) return seen(contradict(run, state, event), event, definition);
  const next = apply(run, state, event, definition, lifted, 0);
  return seen(next, event, definition);
}

function apply(
  run: FoldRun,
  state: DossierState,
  event: EventEnvelope,
  definition: FoldableEvent,
  lifted: EventWith<never>,
  depth: number,
): DossierState {
  const next = definition.evolve(state, lifted);
  if (definition.touches.includes('status')) run.applied.push(event);
  if (event.type !== 'ContradictionSettled' || next === state || depth > 3) return next;
  return applySettled(run, next, lifted.data, depth);
}

/** 'SECOND': the contradicting event takes effect now, whatever its guard says. It was kept, so it is in the graph. */
function applySettled(
  run: FoldRun,
  state: DossierState,
  data: { readonly event: EventRef; readonly keep: 'FIRST' | 'SECOND' },
  depth: number,
): DossierState {
  if (data.keep !== 'SECOND' || !run.graph || findContradiction(state, data.event) === undefined) return state;
  const key = eventKey(data.event);
  const second = run.graph.events.find((event) => eventKey(event) === key);
  const definition = second && definitionOf(second, run.options);
  return second && definition ? apply(run, state, second, definition, liftEvent(definition, second), depth + 1) : state;
}

/** `lastAt` is the newest act; a look at the dossier is none. */
function seen(state: DossierState, event: EventEnvelope, definition: FoldableEvent | undefined): DossierState {
  if (event.at <= state.lastAt || definition?.type === 'DossierViewed') return state;
  return { ...state, lastAt: event.at };
}

function unknown(state: DossierState, event: EventEnvelope): DossierState {
  return { ...state, offices: officesWith(state, event), unknownEvents: [...state.unknownEvents, refOf(event)] };
}

/**
 * Whom a dossier was handed to sees it for good, also where the handing over is in question or not understood: the papers may be there, and what
 * its officers then did must be welcome in whatever order the events arrive.
 */
function officesWith({ offices }: DossierState, { data }: EventEnvelope): DossierState['offices'] {
  const to = data['toOffice'] as OfficeId | undefined;
  return typeof to !== 'string' || offices.includes(to) ? offices : [...offices, to];
}

function contradict(run: FoldRun, state: DossierState, event: EventEnvelope): DossierState {
  const rival = run.graph && findRival(run.graph, run.applied, event);
  const one: Contradiction = {
    event: refOf(event),
    type: event.type,
    status: state.status,
    ...(rival ? { rival: refOf(rival), rivalType: rival.type } : {}),
  };
  return { ...state, offices: officesWith(state, event), contradictions: [...state.contradictions, one] };
}

/** The latest applied event on the status that the officer had not seen. */
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

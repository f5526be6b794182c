/**
 * The one reader of events: what an envelope carries, lifted to the shape of this build, made whole (`sparse.ts`) and typed by its event. Everything that
 * looks into an event (fold, timeline, slips, the server's judgement) reads it here and nowhere else, so that an old version is understood by all of them or by none.
 * An event of an unknown type or a newer version has no data for this build: it is kept, shares nothing yet and is read after an upgrade.
 */
import { compileCheck } from '../kernel/compile-check.ts';
import type { OfficeId } from '../kernel/ids.ts';
import type { EventWith, LookKind } from './define-event.ts';
import type { EventEnvelope } from './envelope.ts';
import { restore } from './sparse.ts';
import { type DossierEventType, type EventData, type FoldableEvent, findEventDefinition } from './events/index.ts';

export interface ReadOptions {
  /** Types this build is taken to know: plays an old build in tests. */
  readonly knownTypes?: ReadonlySet<string> | undefined;
}

interface KnownAs<T extends DossierEventType> {
  readonly kind: 'KNOWN';
  readonly type: T;
  readonly data: EventData<T>;
  readonly definition: FoldableEvent;
  /** The whole event as of this build, for `allowed` and `evolve`. */
  readonly lifted: EventWith<never>;
}

export type KnownEvent = { readonly [T in DossierEventType]: KnownAs<T> }[DossierEventType];
export type ReadEvent = KnownEvent | { readonly kind: 'UNKNOWN' } | { readonly kind: 'NEWER' };

const unknown = { kind: 'UNKNOWN' } as const;
const newer = { kind: 'NEWER' } as const;
const noFacts = { shares: [], draws: [] } as const;
const malformed = { kind: 'MALFORMED' } as const;

interface Reading {
  readonly read: KnownEvent | typeof malformed;
  readonly isChecked: boolean;
}

/** What was found of an envelope stays true: making it whole costs what a fold costs, the schema more, and one exchange asks several times. */
const readings = new WeakMap<EventEnvelope, Reading>();

/** An event of a log: its data passed the edge, so the schema is not asked again. */
export function readEvent(event: EventEnvelope, options: ReadOptions = {}): ReadEvent {
  const known = options.knownTypes?.has(event.type) === false ? undefined : readings.get(event)?.read;
  if (known?.kind === 'KNOWN' && isOfThisBuild(known)) return known;
  const read = readRaw(event, options);
  // What is read as it lies is read again as fast.
  if (read.kind === 'KNOWN' && read.lifted !== (event as unknown)) readings.set(event, { read, isChecked: false });
  return read;
}

function isOfThisBuild({ lifted, definition }: KnownEvent): boolean {
  return lifted.version === definition.version;
}

function readRaw(event: EventEnvelope, { knownTypes }: ReadOptions): ReadEvent {
  const definition = knownTypes !== undefined && !knownTypes.has(event.type) ? undefined : findEventDefinition(event.type);
  if (definition === undefined || event.version < 1) return unknown;
  if (event.version > definition.version) return newer;
  const lifted = lift(definition, event);
  // Tied by the registry: the definition found under a type's name is that type's, and the data passed its schema.
  return { kind: 'KNOWN', type: event.type, data: lifted.data, definition, lifted } as KnownEvent;
}

type EdgeRead = ReadEvent | { readonly kind: 'MALFORMED' };

/** Reading at the edge (server on arrival, device on pull): malformed events never reach a fold. */
export function readAtEdge(event: EventEnvelope, options: ReadOptions = {}): EdgeRead {
  const known = options.knownTypes?.has(event.type) === false ? undefined : readings.get(event);
  if (known?.isChecked === true && (known.read.kind === 'MALFORMED' || isOfThisBuild(known.read))) return known.read;
  const read = readEvent(event, options);
  if (read.kind !== 'KNOWN')
    return read.kind === 'UNKNOWN' && findEventDefinition(event.type) !== undefined && event.version < 1 ? malformed : read;
  const found = Number.isInteger(event.version) && compileCheck(read.definition.schema)(read.data) ? read : malformed;
  readings.set(event, { read: found, isChecked: true });
  return found;
}

/** Offices the event lets see the dossier. */
export function sharedBy(read: ReadEvent): readonly OfficeId[] {
  return (read.kind === 'KNOWN' && read.definition.shares?.(read.data as never)) || [];
}

/** Dossier codes the event draws. */
export function drawnBy(read: ReadEvent): readonly string[] {
  return (read.kind === 'KNOWN' && read.definition.draws?.(read.data as never)) || [];
}

/** Which of the personal data somebody looked at, where the event is a look. */
export function lookIn(read: ReadEvent): LookKind | undefined {
  return read.kind === 'KNOWN' ? read.definition.look?.(read.data as never) : undefined;
}

/** What an event declares before it was judged; its data is read only where it passes the schema. */
export function factsAtEdge(event: EventEnvelope): { readonly shares: readonly OfficeId[]; readonly draws: readonly string[] } {
  const definition = findEventDefinition(event.type);
  if (definition?.shares === undefined && definition?.draws === undefined) return noFacts;
  const read = readAtEdge(event);
  return read.kind === 'MALFORMED' ? noFacts : { shares: sharedBy(read), draws: drawnBy(read) };
}

/** Whether the event is an act of the business, not a record beside it. */
export function isAct(read: ReadEvent): boolean {
  return read.kind === 'KNOWN' && read.definition.isAct !== false;
}

function lift(definition: FoldableEvent, event: EventEnvelope): EventWith<never> {
  const { usual } = definition;
  if (event.version >= definition.version && usual === undefined) return event as unknown as EventWith<never>;
  let data: Record<string, unknown> = event.data;
  for (let version = event.version; version < definition.version; version++) {
    const upcast = definition.upcasts[version - 1];
    if (upcast) data = upcast(data);
  }
  const whole = usual === undefined ? data : restore(data, usual, { event, index: 0 });
  return { ...event, version: definition.version, data: whole } as unknown as EventWith<never>;
}

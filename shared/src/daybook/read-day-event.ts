/** The one reader of the day's events, at the edge and for the fold: what does not pass the schema never has an effect. */
import type { EventEnvelope } from '../dossier/envelope.ts';
import type { EventWith } from '../dossier/define-event.ts';
import type { ReadOptions } from '../dossier/read-event.ts';
import { compileCheck } from '../kernel/compile-check.ts';
import { type AnyDayAct, type DayEventData, findDayAct } from './acts/index.ts';
import { noteLook } from './acts/note-look.ts';

export type ReadDayEvent =
  | { readonly kind: 'KNOWN'; readonly act: AnyDayAct; readonly event: EventWith<never> }
  | { readonly kind: 'UNKNOWN' | 'NEWER' | 'MALFORMED' };

export function readDayEvent(event: EventEnvelope, { knownTypes }: ReadOptions = {}): ReadDayEvent {
  const act = knownTypes?.has(event.type) === false ? undefined : findDayAct(event.type);
  if (act === undefined) return { kind: 'UNKNOWN' };
  if (event.version > act.version) return { kind: 'NEWER' };
  if (event.version !== act.version || !compileCheck(act.schema)(event.data)) return { kind: 'MALFORMED' };
  return { kind: 'KNOWN', act, event: event as unknown as EventWith<never> };
}

/** The look at a list, for the record of looks; undefined where the event is none. */
export function listLookIn(event: EventEnvelope, options: ReadOptions = {}): DayEventData<'PersonsLookedAt'> | undefined {
  if (event.type !== noteLook.type) return undefined;
  const read = readDayEvent(event, options);
  // Of this type, and it passed the type's schema.
  return read.kind === 'KNOWN' ? (read.event.data as DayEventData<'PersonsLookedAt'>) : undefined;
}

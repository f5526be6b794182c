/**
 * The one writer of events, the other side of `read-event.ts`: what a command gave, as it is stored, hashed and sent. Members that follow from others or are what is
 * usual are left out. Given whole data, never what was stored already: there an absent member means what is usual, here it means absent.
 */
import type { EventEnvelope } from './envelope.ts';
import { findEventDefinition } from './events/index.ts';
import { pack } from './sparse.ts';

export function writeEvent(whole: EventEnvelope): EventEnvelope {
  const definition = findEventDefinition(whole.type);
  if (definition?.usual === undefined || definition.version !== whole.version) return whole;
  // An event's data is an object, and stays one.
  return { ...whole, data: pack(whole.data, definition.usual, { event: whole, index: 0 }) as EventEnvelope['data'] };
}

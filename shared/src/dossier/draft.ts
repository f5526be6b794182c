/** Makes the event a command gives; ties its data to the event's schema at compile time. */
import type { EventDraft } from './command.ts';
import { type DossierEventType, type EventData, eventDefinitions } from './events/index.ts';

export function draftEvent<T extends DossierEventType>(type: T, data: EventData<T>): EventDraft {
  // Every event's data is an object; the compiler cannot see it through the type parameter.
  return { type, version: eventDefinitions[type].version, data: data as EventDraft['data'] };
}

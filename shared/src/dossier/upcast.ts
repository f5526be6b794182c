/** Lifts an event of an older version to the shape of today: its data goes through the upcasts from its own version on. */
import type { EventWith } from './define-event.ts';
import type { EventEnvelope } from './envelope.ts';

interface Upcastable {
  readonly version: number;
  readonly upcasts: readonly ((data: Record<string, unknown>) => Record<string, unknown>)[];
}

/** The data's type is the schema's business at the edge; here it is taken as checked, hence the casts. */
export function liftEvent(definition: Upcastable, event: EventEnvelope): EventWith<never> {
  if (event.version >= definition.version) return event as unknown as EventWith<never>;
  let data: Record<string, unknown> = event.data;
  for (let version = event.version; version < definition.version; version++) {
    const upcast = definition.upcasts[version - 1];
    if (upcast) data = upcast(data);
  }
  return { ...event, version: definition.version, data } as unknown as EventWith<never>;
}

/** Plays a build in which an event type has had other shapes: its definition is raised for the time of a test, with upcasts from the older ones. */
import type { FoldableEvent } from '@onestop/shared/dossier/events/index.ts';

type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

export function withVersions(definition: FoldableEvent, version: number, upcasts: readonly Upcast[], body: () => void): void {
  const before = { version: definition.version, upcasts: definition.upcasts };
  Object.assign(definition, { version, upcasts });
  try {
    body();
  } finally {
    Object.assign(definition, before);
  }
}

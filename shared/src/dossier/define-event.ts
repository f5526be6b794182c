/**
 * The shape every event file fills in. `allowed` is the guard in the fold (may this happen to a dossier in this state?), `evolve` the
 * effect. Both are pure and total: they never throw on data that passed the schema. `touches` names the axes an event changes, so
 * that two concurrent events on different axes never contradict each other.
 */
import type { Schema } from '../kernel/schema.ts';
import type { EventEnvelope } from './envelope.ts';
import type { DossierState } from './state.ts';

export type { Schema };

export type Axis = 'status' | 'clock' | 'finance' | 'delivery' | 'contact' | 'audit';

export type EventWith<D> = Omit<EventEnvelope, 'data'> & { readonly data: D };

export interface EventDefinition<Type extends string, D> {
  readonly type: Type;
  readonly version: number;
  readonly schema: Schema<D>;
  readonly touches: readonly Axis[];
  /** Older shapes → the shape of the next version; index 0 lifts version 1 to 2. */
  readonly upcasts: readonly ((data: Record<string, unknown>) => Record<string, unknown>)[];
  /** `state` is undefined only for a dossier's first event. */
  readonly allowed: (state: DossierState | undefined, event: EventWith<D>) => boolean;
  readonly evolve: (state: DossierState | undefined, event: EventWith<D>) => DossierState;
}

export function defineEvent<const Type extends string, D>(definition: EventDefinition<Type, D>): EventDefinition<Type, D> {
  return definition;
}

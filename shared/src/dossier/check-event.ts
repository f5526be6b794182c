/**
 * The check of an event at the edge (server on arrival, device on pull). Unknown and newer events are kept and folded after an upgrade; malformed
 * ones never reach a fold. Older versions are lifted first, so one schema per type is enough.
 */
import { compileCheck } from '../kernel/compile-check.ts';
import type { EventEnvelope } from './envelope.ts';
import { findEventDefinition } from './events/index.ts';
import type { FoldOptions } from './fold.ts';
import { liftEvent } from './upcast.ts';

export type EventCheck = 'OK' | 'UNKNOWN_TYPE' | 'NEWER_VERSION' | 'MALFORMED';

export function checkEvent(event: EventEnvelope, { knownTypes }: FoldOptions = {}): EventCheck {
  if (knownTypes !== undefined && !knownTypes.has(event.type)) return 'UNKNOWN_TYPE';
  const definition = findEventDefinition(event.type);
  if (!definition) return 'UNKNOWN_TYPE';
  if (event.version > definition.version) return 'NEWER_VERSION';
  if (!Number.isInteger(event.version) || event.version < 1) return 'MALFORMED';
  return compileCheck(definition.schema)(liftEvent(definition, event).data) ? 'OK' : 'MALFORMED';
}

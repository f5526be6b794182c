/** Own events the server refused, and events from elsewhere that do not fit: kept whole, so that they stay readable also under a new identity. */
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { RefusedCode } from '@onestop/shared/protocol/messages.ts';
import type { Codec, Stored } from './codec.ts';

export interface RefusedEvent {
  readonly event: EventEnvelope;
  readonly kind: 'REFUSED' | 'QUARANTINED';
  readonly code: RefusedCode;
  readonly detail?: string | undefined;
}

/** The event is what is stored. */
export interface RefusedRecord extends Omit<RefusedEvent, 'event'>, Stored {
  /** `device:seq`. */
  readonly key: string;
}

export function refusedRecord(codec: Codec, { event, ...why }: RefusedEvent): RefusedRecord {
  return { ...why, key: eventKey(event), ...codec.write(JSON.stringify(event)) };
}

export function refusedEvent(codec: Codec, record: RefusedRecord): RefusedEvent {
  const { kind, code, detail } = record;
  // Our own JSON, written by `refusedRecord`.
  return { event: JSON.parse(codec.read(record)) as EventEnvelope, kind, code, ...(detail === undefined ? {} : { detail }) };
}

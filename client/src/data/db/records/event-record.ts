/** Events in records of many. A record is found by its last event, so merging records renames nothing. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { linkAfterAll } from '@onestop/shared/sync/chain.ts';
import type { LogHead } from '../device-state.ts';
import type { Codec, Stored } from './codec.ts';

/** 1..n consecutive events. The key `to` is the place of the last one, so records can be merged without renaming anything. */
export interface EventRecord extends Stored {
  readonly to: number;
  readonly from: number;
  /** Own log only: chain link of event `to`. */
  readonly link?: Uint8Array | undefined;
}

export const recordEventsMax = 128;

export function eventsOf(codec: Codec, record: EventRecord): readonly EventEnvelope[] {
  // Our own JSON, written by `storedEvents`.
  return JSON.parse(codec.read(record)) as readonly EventEnvelope[];
}

export function storedEvents(codec: Codec, events: readonly EventEnvelope[]): Stored {
  return codec.write(JSON.stringify(events));
}

/** Records of events that come from elsewhere, at places `ordinal + 1 …`. */
export function foreignRecords(codec: Codec, ordinal: number, events: readonly EventEnvelope[]): EventRecord[] {
  const records: EventRecord[] = [];
  for (let i = 0; i < events.length; i += recordEventsMax) {
    const chunk = events.slice(i, i + recordEventsMax);
    records.push({ from: ordinal + i + 1, to: ordinal + i + chunk.length, ...storedEvents(codec, chunk) });
  }
  return records;
}

/** Records of own events (consecutive, after `head`), with the chain link of each record's last event, and the head after them. */
export function ownRecords(
  codec: Codec,
  head: LogHead,
  events: readonly EventEnvelope[],
): { readonly records: readonly EventRecord[]; readonly head: LogHead; readonly chars: number } {
  const records: EventRecord[] = [];
  let link = head.link;
  let chars = 0;
  for (let i = 0; i < events.length; i += recordEventsMax) {
    const chunk = events.slice(i, i + recordEventsMax);
    link = linkAfterAll(link, chunk);
    const stored = storedEvents(codec, chunk);
    chars += stored.chars;
    records.push({ from: head.seq + i + 1, to: head.seq + i + chunk.length, link, ...stored });
  }
  return { records, head: { seq: head.seq + events.length, link }, chars };
}

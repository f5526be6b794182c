/** Reads and writes events in records of many. A record is found by its last event, so merging records renames nothing. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Link } from '@onestop/shared/protocol/messages.ts';
import { linkAfterAll } from '@onestop/shared/sync/chain.ts';
import type { Table } from 'dexie';
import type { Database, EventRecord } from '../database.ts';
import { foreignPlace, isOwn, ordinalOf, ownPlace, type Place, seqOf } from './place.ts';
import type { LogHead } from '../device-state.ts';

export const recordEventsMax = 128;

export function eventsOf(record: EventRecord): readonly EventEnvelope[] {
  // Our own JSON, written by `eventRecords`.
  return JSON.parse(record.text) as readonly EventEnvelope[];
}

/** Records of events that come from elsewhere, at places `ordinal + 1 …`. */
export function foreignRecords(ordinal: number, events: readonly EventEnvelope[]): EventRecord[] {
  const records: EventRecord[] = [];
  for (let i = 0; i < events.length; i += recordEventsMax) {
    const chunk = events.slice(i, i + recordEventsMax);
    records.push({ from: ordinal + i + 1, to: ordinal + i + chunk.length, text: JSON.stringify(chunk) });
  }
  return records;
}

/** Records of own events (consecutive, after `head`), with the chain link of each record's last event, and the head after them. */
export function ownRecords(
  head: LogHead,
  events: readonly EventEnvelope[],
): { readonly records: readonly EventRecord[]; readonly head: LogHead; readonly chars: number } {
  const records: EventRecord[] = [];
  let link = head.link;
  let chars = 0;
  for (let i = 0; i < events.length; i += recordEventsMax) {
    const chunk = events.slice(i, i + recordEventsMax);
    link = linkAfterAll(link, chunk);
    const text = JSON.stringify(chunk);
    chars += text.length;
    records.push({ from: head.seq + i + 1, to: head.seq + i + chunk.length, text, link });
  }
  return { records, head: { seq: head.seq + events.length, link }, chars };
}

/** The events at these places, in the order of their records. Inside a transaction over both tables. */
export async function readPlaces(db: Database, places: readonly Place[]): Promise<Map<Place, EventEnvelope>> {
  const found = new Map<Place, EventEnvelope>();
  await readInto(db.log, places.filter(isOwn).map(seqOf), ownPlace, found);
  await readInto(db.foreign, places.filter((place) => !isOwn(place)).map(ordinalOf), foreignPlace, found);
  return found;
}

async function readInto(
  table: Table<EventRecord, number>,
  numbers: readonly number[],
  placeOf: (number: number) => Place,
  found: Map<Place, EventEnvelope>,
): Promise<void> {
  const sorted = numbers.toSorted((a, b) => a - b);
  let i = 0;
  while (i < sorted.length) {
    const record = await table
      .where('to')
      .aboveOrEqual(sorted[i] as number)
      .first();
    if (record === undefined) return;
    const events = eventsOf(record);
    let taken = false;
    for (; i < sorted.length && (sorted[i] as number) <= record.to; i++) {
      const number = sorted[i] as number;
      const event = events[number - record.from];
      if (event !== undefined) found.set(placeOf(number), event);
      taken = true;
    }
    if (!taken) return;
  }
}

/** Chain link of own event `seq` (≥ 1), computed from the record that holds it; undefined where the log has no such event. */
export async function linkAt(db: Database, seq: number, genesis: Link): Promise<Link | undefined> {
  if (seq === 0) return genesis;
  const record = await db.log.where('to').aboveOrEqual(seq).first();
  if (record === undefined || record.from > seq) return undefined;
  if (record.to === seq) return record.link;
  const before = record.from === 1 ? genesis : (await db.log.get(record.from - 1))?.link;
  if (before === undefined) return undefined;
  return linkAfterAll(before, eventsOf(record).slice(0, seq - record.from + 1));
}

/** Finding events by their places, inside a transaction over the log and the foreign table. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Link } from '@onestop/shared/protocol/messages.ts';
import { linkAfterAll } from '@onestop/shared/sync/chain.ts';
import type { Table } from 'dexie';
import type { Database } from '../database.ts';
import { type EventRecord, eventsOf } from '../records/event-record.ts';
import { foreignPlace, isOwn, ordinalOf, ownPlace, type Place, seqOf } from '../records/place.ts';

/** The events at these places, in the order of their records. */
export async function readPlaces(db: Database, places: readonly Place[]): Promise<Map<Place, EventEnvelope>> {
  const found = new Map<Place, EventEnvelope>();
  await readInto(db, db.log, places.filter(isOwn).map(seqOf), ownPlace, found);
  await readInto(db, db.foreign, places.filter((place) => !isOwn(place)).map(ordinalOf), foreignPlace, found);
  return found;
}

async function readInto(
  db: Database,
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
    const events = eventsOf(db.codec, record);
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
  return linkAfterAll(before, eventsOf(db.codec, record).slice(0, seq - record.from + 1));
}

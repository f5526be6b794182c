/** Other devices' events: stored in records of many, their dossiers folded, their rows written; what is here already is left out. */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { SyncAnswer } from '@onestop/shared/protocol/messages.ts';
import { nextCursors } from '@onestop/shared/sync/next-cursors.ts';
import type { Draft } from '../commit.ts';
import type { Identity } from '../device-state.ts';
import { foreignRecords } from '../records/event-record.ts';
import { foreignPlace } from '../records/place.ts';
import type { LogContext } from './context.ts';
import { refoldEvents } from './fold.ts';
import { readPlaces } from './read-places.ts';

export async function takePages(context: LogContext, answer: SyncAnswer, identity: Identity, draft: Draft): Promise<number> {
  const { state } = draft;
  const arriving = eventsByDossier(answer, identity);
  const fresh = await foldArriving(context, arriving, draft);
  for (const { reset, office } of answer.pages) {
    if (reset && state.cursors.some((cursor) => cursor.office === office))
      draft.diary.push({ at: answer.serverTime, kind: 'reset', detail: office });
  }
  const records = foreignRecords(context.db.codec, state.foreignOrdinal, fresh);
  if (records.length > 0) draft.writes.push(context.db.foreign.bulkAdd(records));
  draft.state = {
    ...state,
    foreignOrdinal: state.foreignOrdinal + fresh.length,
    foreignRecords: state.foreignRecords + records.length,
    cursors: nextCursors(state.cursors, answer.pages),
  };
  return fresh.length;
}

function eventsByDossier(answer: SyncAnswer, identity: Identity): ReadonlyMap<DossierId, readonly EventEnvelope[]> {
  const arriving = new Map<DossierId, EventEnvelope[]>();
  for (const page of answer.pages) {
    for (const event of page.events) {
      if (event.device === identity.device) continue;
      const list = arriving.get(event.dossier);
      if (list === undefined) arriving.set(event.dossier, [event]);
      else list.push(event);
    }
  }
  return arriving;
}

/** Gives the events that are new here, in the order of their places. */
async function foldArriving(
  context: LogContext,
  arriving: ReadonlyMap<DossierId, readonly EventEnvelope[]>,
  draft: Draft,
): Promise<readonly EventEnvelope[]> {
  const { mirror } = context;
  const stored = await readPlaces(
    context.db,
    [...arriving.keys()].flatMap((id) => mirror.placesOf(id)),
  );
  const fresh: EventEnvelope[] = [];
  const { foreignOrdinal } = draft.state;
  for (const [id, events] of arriving) {
    const before = mirror.placesOf(id);
    const all = before.flatMap((place) => stored.get(place) ?? []);
    const have = new Set(all.map(eventKey));
    const places = [...before];
    for (const event of events) {
      const key = eventKey(event);
      if (have.has(key)) continue;
      have.add(key);
      fresh.push(event);
      all.push(event);
      places.push(foreignPlace(foreignOrdinal + fresh.length));
    }
    if (places.length > before.length) refoldEvents(context, draft, id, all, places);
  }
  return fresh;
}

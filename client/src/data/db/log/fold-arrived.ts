/**
 * Folding what others wrote. The server has judged every event by its schema, which costs ten times the fold, so it is not done twice. If one that does
 * not fit came all the same (or was not understood when it came), it is left out and listed, and the dossier's other events still count.
 */
import { type DossierId, eventKey } from '@onestop/shared/kernel/ids.ts';
import { checkEvent } from '@onestop/shared/dossier/check-event.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { RefusedRecord } from '../database.ts';
import { entryOf, foldEvents, type LogContext } from './context.ts';
import type { Place } from '../records/place.ts';
import type { RowEntry } from '../records/row-record.ts';

/** The refused list while a transaction adds to it. */
export interface RefusedWork {
  readonly refused: Map<string, RefusedRecord>;
  readonly newRefused: RefusedRecord[];
}

export function arrivedEntry(
  context: Pick<LogContext, 'build'>,
  work: RefusedWork,
  id: DossierId,
  events: readonly EventEnvelope[],
  places: readonly Place[],
): RowEntry {
  try {
    return entryOf(id, foldEvents(context, events, work.refused), places);
  } catch (error) {
    const malformed = events.filter(
      (event) => !work.refused.has(eventKey(event)) && checkEvent(event, context.build.foldOptions) === 'MALFORMED',
    );
    if (malformed.length === 0) throw error;
    for (const event of malformed) noteRefused(work, event, 'REFUSED', 'event/malformed', undefined);
    return entryOf(id, foldEvents(context, events, work.refused), places);
  }
}

export function noteRefused(
  work: RefusedWork,
  event: EventEnvelope,
  kind: RefusedRecord['kind'],
  code: RefusedRecord['code'],
  detail: string | undefined,
): void {
  const key = eventKey(event);
  const record: RefusedRecord = {
    key,
    seq: event.seq,
    dossier: event.dossier,
    kind,
    code,
    text: JSON.stringify(event),
    ...(detail === undefined ? {} : { detail }),
  };
  work.refused.set(key, record);
  work.newRefused.push(record);
}

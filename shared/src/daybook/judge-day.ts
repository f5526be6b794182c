/** What the server says to a pushed event of a day, beside what it asks of every event: whose day, which day, whose right, which shape. */
import type { EventEnvelope } from '../dossier/envelope.ts';
import { isDossierEventType } from '../dossier/events/index.ts';
import type { ReadOptions } from '../dossier/read-event.ts';
import { type Acting, pastRefusal } from '../judgement/rights.ts';
import { instantToPlainDate } from '../kernel/instant.ts';
import { findDayAct } from './acts/index.ts';
import { readDayEvent } from './read-day-event.ts';
import { officeDayOf } from './stream.ts';

export type DayJudgement =
  | 'event/other-office'
  | 'event/actor-not-allowed'
  | 'event/malformed'
  | 'event/unknown-type'
  | 'event/newer-version'
  | undefined;

export function judgeDayEvent(event: EventEnvelope, acting: Acting, options: ReadOptions = {}): DayJudgement {
  const day = officeDayOf(event.dossier);
  // A closing is judged the next morning too; nothing happens on a day that has not come.
  if (day === undefined || instantToPlainDate(event.at) < day.date || isDossierEventType(event.type)) return 'event/malformed';
  if (day.office !== acting.office.id || acting.actor.office !== acting.office.id) return 'event/other-office';
  const act = findDayAct(event.type);
  if (act !== undefined && pastRefusal(act, undefined, acting) !== undefined) return 'event/actor-not-allowed';
  switch (readDayEvent(event, options).kind) {
    case 'UNKNOWN':
      return 'event/unknown-type';
    case 'NEWER':
      return 'event/newer-version';
    case 'MALFORMED':
      return 'event/malformed';
    case 'KNOWN':
      return undefined;
  }
}

/**
 * What is of no dossier is of an office's day: the closing of the day, tickets. Its events lie in the same device logs and go through the same exchange; where
 * another event names its dossier they name the day, by office and civil date, so that all devices of an office meet in it without asking anybody.
 */
import { type DossierId, dayIdPattern, type OfficeId } from '../kernel/ids.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';

export interface OfficeDay {
  readonly office: OfficeId;
  readonly date: PlainDate;
}

/** "2026-11-26@09529". An envelope's `dossier` is the name of what the event belongs to, hence the type. */
export function dayIdOf(office: OfficeId, date: PlainDate): DossierId {
  return `${date}@${office}` as DossierId;
}

/** Undefined where the id names no day there is. */
export function officeDayOf(id: DossierId): OfficeDay | undefined {
  if (!dayIdPattern.test(id)) return undefined;
  const date = parsePlainDate(id.slice(0, 10));
  return date === undefined ? undefined : { date, office: id.slice(11) as OfficeId };
}

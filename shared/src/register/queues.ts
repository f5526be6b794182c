/**
 * Which lists of the desk a row belongs to, given now. One pass over comparisons, prepared once per moment, so that 50,000 rows are
 * sorted into lists without touching the calendar again.
 */
import type { Instant } from '../kernel/instant.ts';
import { civilToInstant, instantToPlainDate } from '../kernel/instant.ts';
import { addDays } from '../kernel/plain-date.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import { createStanding } from '../deadlines/standing.ts';
import { openStatuses } from '../dossier/evolve.ts';
import type { DossierStatus } from '../dossier/state.ts';
import type { DossierRow } from './row.ts';

export const queues = ['today', 'dueSoon', 'overdue', 'awaitingSupplement', 'toReturn', 'inProcess', 'contradictions', 'drafts'] as const;
export type Queue = (typeof queues)[number];

const openSet: ReadonlySet<DossierStatus> = new Set(openStatuses);

/**
 * - today: accepted (or, for a draft or a refusal, opened) on today's civil day
 * - dueSoon / overdue: open, the clock runs, and the promised day is near / past
 * - awaitingSupplement: the citizen has to bring papers
 * - toReturn: the result waits at the desk
 * - inProcess: accepted and not finished, whoever has it
 * - contradictions: a person has to settle something
 * - drafts: drafts and online submissions not answered yet
 */
export function createQueues(now: Instant, calendar: Calendar, dueSoonWorkingDays: number): (row: DossierRow) => readonly Queue[] {
  const today = instantToPlainDate(now);
  const dayStarts = civilToInstant(today, 0);
  const dayEnds = civilToInstant(addDays(today, 1), 0);
  const standingOf = createStanding(now, calendar, dueSoonWorkingDays);
  return (row) => {
    const found: Queue[] = [];
    const since = row.acceptedAt ?? row.openedAt;
    if (since >= dayStarts && since < dayEnds) found.push('today');
    if (openSet.has(row.status)) {
      const standing = standingOf(row);
      if (standing === 'DUE_SOON') found.push('dueSoon');
      else if (standing === 'OPEN_LATE') found.push('overdue');
      if (row.status === 'SUPPLEMENT_REQUESTED') found.push('awaitingSupplement');
      found.push('inProcess');
    } else if (row.status === 'RESULT_READY') found.push('toReturn');
    else if (row.status === 'DRAFT' || row.status === 'SUBMITTED') found.push('drafts');
    if (row.contradictions > 0) found.push('contradictions');
    return found;
  };
}

export function queuesOf(row: DossierRow, now: Instant, calendar: Calendar, dueSoonWorkingDays: number): readonly Queue[] {
  return createQueues(now, calendar, dueSoonWorkingDays)(row);
}

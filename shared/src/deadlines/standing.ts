/**
 * Where a dossier stands against its promise (domain §4.5). Dates are compared, not minutes: finished on an earlier day = EARLY, on the
 * same day = ON_TIME. A dossier without a promised date is never late. `createStanding` prepares the two border instants of today once, so
 * that 50,000 rows are classified by plain comparisons.
 */
import { type Instant, civilToInstant, instantToPlainDate } from '../kernel/instant.ts';
import { addDays } from '../kernel/plain-date.ts';
import { type Calendar, workingDaysBetween } from './calendar.ts';

export const standings = ['OPEN_IN_TIME', 'DUE_SOON', 'OPEN_LATE', 'PAUSED', 'EARLY', 'ON_TIME', 'LATE'] as const;
export type Standing = (typeof standings)[number];

export interface StandingFacts {
  readonly dueAt?: Instant | undefined;
  readonly finishedAt?: Instant | undefined;
  readonly paused: boolean;
}

export function standing(facts: StandingFacts & { readonly now: Instant }, calendar: Calendar, dueSoonWorkingDays: number): Standing {
  return createStanding(facts.now, calendar, dueSoonWorkingDays)(facts);
}

export function createStanding(now: Instant, calendar: Calendar, dueSoonWorkingDays: number): (facts: StandingFacts) => Standing {
  const today = instantToPlainDate(now);
  const todayStarts = civilToInstant(today, 0);
  let soon = today;
  while (workingDaysBetween(calendar, today, addDays(soon, 1)) <= dueSoonWorkingDays) soon = addDays(soon, 1);
  const soonEnds = civilToInstant(addDays(soon, 1), 0);
  return ({ dueAt, finishedAt, paused }) => {
    if (finishedAt !== undefined) return dueAt === undefined ? 'ON_TIME' : compareDays(finishedAt, dueAt);
    if (paused) return 'PAUSED';
    if (dueAt === undefined || dueAt >= soonEnds) return 'OPEN_IN_TIME';
    return dueAt < todayStarts ? 'OPEN_LATE' : 'DUE_SOON';
  };
}

function compareDays(finishedAt: Instant, dueAt: Instant): 'EARLY' | 'ON_TIME' | 'LATE' {
  const finished = civilDay(finishedAt);
  const due = civilDay(dueAt);
  if (finished === due) return 'ON_TIME';
  return finished < due ? 'EARLY' : 'LATE';
}

function civilDay(instant: Instant): number {
  return Math.floor((instant + 7 * 3_600_000) / 86_400_000);
}

/**
 * A limit that stood still while the citizen had to pay (domain §13.2 no. 4): what was left of it at the request is counted again from the payment, in the limit's own
 * unit and by the same counting as from an acceptance, so the day of payment is not counted.
 */
import type { TimeLimit } from '../catalogue/procedure.ts';
import type { CountingSettings, DueDate } from '../dossier/state.ts';
import { must } from '../kernel/assert.ts';
import { type CivilTime, type Instant, civilToInstant, instantToCivil } from '../kernel/instant.ts';
import { plainDateToDayNumber } from '../kernel/plain-date.ts';
import { type Calendar, closingMinute, isWorkingDay, workingDaysBetween, workingMinutesBetween } from './calendar.ts';
import { type ComputedDueDate, clipIntoSession, computeDueDate, countedLimit } from './due-date.ts';
import { estimatedCalendar } from './estimate.ts';

export interface Wait {
  readonly due: DueDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly calendar: Calendar;
  /** Where the promise carries none of its own. */
  readonly settings: CountingSettings;
}

/** The promise after the wait; undefined where it stays: missed already at the request, or nothing lost. */
export function promiseAfterWait(wait: Wait): DueDate | undefined {
  const moved = movedPromise({ ...wait, calendar: estimatedCalendar(wait.calendar) });
  if (moved === undefined || moved.dueAt <= wait.due.dueAt) return undefined;
  const { provisional: _before, ...due } = wait.due;
  return { ...due, dueAt: moved.dueAt, calendarVersion: moved.calendarVersion, ...(moved.provisional ? { provisional: true } : {}) };
}

function movedPromise(wait: Wait): DueDate | undefined {
  const { due, from, calendar } = wait;
  const [asked, promised] = [instantToCivil(from), instantToCivil(due.dueAt)];
  const unit = countedLimit(due).unit;
  if (unit === 'WORKING_HOUR' || unit === 'CLOCK_HOUR') {
    if (from > due.dueAt) return undefined;
    const [ofLimit, minutes] =
      unit === 'CLOCK_HOUR'
        ? (['clockHours', Math.floor(due.dueAt / 60_000) - Math.floor(from / 60_000)] as const)
        : (['workingHours', workingMinutesBetween(calendar, asked, promised)] as const);
    return minutes === 0 ? undefined : count(wait, { text: '', unit: ofLimit, amount: 1 }, minutes).due;
  }
  if (asked.date > promised.date) return undefined;
  const left =
    unit === 'DAY' || unit === 'MONTH'
      ? plainDateToDayNumber(promised.date) - plainDateToDayNumber(asked.date)
      : workingDaysBetween(calendar, asked.date, promised.date);
  // Less than a day was left: it is counted as a same-day limit, by the hour of the payment.
  if (left === 0) return count(wait, { text: '', unit: 'sameDay', amount: null }).due;
  const { due: next } = count(wait, { text: '', unit: unit === 'DAY' || unit === 'MONTH' ? 'days' : 'workingDays', amount: left });
  return { ...next, dueAt: atSameHour(calendar, promised, instantToCivil(next.dueAt)) };
}

function count({ due, to, calendar, settings }: Wait, limit: TimeLimit, minutesLeft?: number): ComputedDueDate {
  const counted = computeDueDate({ acceptedAt: to, limit, extended: false, minutesLeft, calendar, settings: due.settings ?? settings });
  return must(counted.ok ? counted.value : undefined, 'an estimated calendar reaches every remainder');
}

/** A promise for the end of the day stays one; one for an hour keeps it, inside a session. */
function atSameHour(calendar: Calendar, before: CivilTime, after: CivilTime): Instant {
  const wasClosing = !isWorkingDay(calendar, before.date) || before.minuteOfDay >= closingMinute(calendar, before.date);
  return civilToInstant(
    after.date,
    wasClosing ? closingMinute(calendar, after.date) : clipIntoSession(calendar, after.date, before.minuteOfDay),
  );
}

/** The lines of an explanation: one day of the calendar with what it means for the limit. */
import { type PlainDate, addDays } from '../kernel/plain-date.ts';
import { type Calendar, exceptionOn, isWorkingDay, openSessions } from './calendar.ts';
import type { DayReason, ExplainedDay } from './explanation.ts';

/** Days from `from` until the day before `to`, none of them counted; a worked one among them is one received too late. */
export function daysBefore(calendar: Calendar, from: PlainDate, to: PlainDate): ExplainedDay[] {
  const days: ExplainedDay[] = [];
  for (let date = from; date < to; date = addDays(date, 1)) {
    days.push(isWorkingDay(calendar, date) ? { ...describeDay(calendar, date, 'RECEIVED_LATE'), counted: false } : dayOff(calendar, date));
  }
  return days;
}

export function firstDay(calendar: Calendar, date: PlainDate): ExplainedDay {
  return { ...describeDay(calendar, date, 'FIRST_DAY'), counted: false };
}

export function countedDay(calendar: Calendar, date: PlainDate, number: number): ExplainedDay {
  const why = exceptionOn(calendar, date)?.kind === 'WORK' ? 'WORKED_SATURDAY' : 'COUNTED';
  return { ...describeDay(calendar, date, why), counted: true, number };
}

export function dayOff(calendar: Calendar, date: PlainDate): ExplainedDay {
  const usual = openSessions(calendar, date).length > 0 ? 'OPEN_ONLY' : 'WEEKEND';
  return { ...describeDay(calendar, date, exceptionOn(calendar, date) === undefined ? usual : 'HOLIDAY'), counted: false };
}

export function describeDay(
  calendar: Calendar,
  date: PlainDate,
  why: DayReason,
): { date: PlainDate; why: DayReason; name?: string; unconfirmed?: true } {
  const exception = exceptionOn(calendar, date);
  const unconfirmed = exception !== undefined ? !exception.confirmed : calendar.confirmedTo !== undefined && date > calendar.confirmedTo;
  return {
    date,
    why,
    ...(exception === undefined ? {} : { name: exception.name }),
    ...(unconfirmed ? { unconfirmed: true as const } : {}),
  };
}

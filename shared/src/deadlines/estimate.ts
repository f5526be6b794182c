/**
 * What is promised where a year was not entered yet. Work does not stop for it: days beyond the known ones are read from the ordinary week and the holidays whose
 * date the law itself fixes, and whatever rests on them is provisional, in the event and on paper.
 */
import { must } from '../kernel/assert.ts';
import { type PlainDate, parsePlainDate, plainDateParts, weekdayOf } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import type { Calendar, CalendarException } from './calendar.ts';
import { type CalendarUnknown, type ComputedDueDate, type DueDateInput, computeDueDate } from './due-date.ts';

/** Labour Code 2019 Đ112, Resolution 28/2026/QH16. Tết, Giỗ Tổ, the second day of 2 September and make-up days are in the yearly notice only. */
const fixedHolidays: readonly (readonly [monthDay: string, name: string])[] = [
  ['01-01', 'Tết Dương lịch'],
  ['04-30', 'Ngày Chiến thắng 30/4'],
  ['05-01', 'Ngày Quốc tế lao động 1/5'],
  ['09-02', 'Quốc khánh 2/9'],
  ['11-24', 'Ngày Văn hóa Việt Nam'],
];
const source = 'ngày nghỉ cố định theo luật; lịch của năm chưa được nhập';
/** Longer than any limit of the catalogue. */
const yearsAhead = 30;

const estimates = new WeakMap<Calendar, Calendar>();

/** The calendar carried on beyond its known years; the known ones are as they are. */
export function estimatedCalendar(calendar: Calendar): Calendar {
  const made = estimates.get(calendar);
  if (made !== undefined) return made;
  const { year } = plainDateParts(calendar.knownTo);
  const ahead = Array.from({ length: yearsAhead + 1 }, (_, i) => year + i).flatMap((one) => fixedOffDays(one, calendar));
  const estimate: Calendar = {
    ...calendar,
    exceptions: [...calendar.exceptions, ...ahead],
    knownTo: dateOf(year + yearsAhead, '12-31'),
    confirmedTo: calendar.confirmedTo ?? calendar.knownTo,
  };
  estimates.set(calendar, estimate);
  return estimate;
}

/** Always a date: counted on the known days where they reach, provisional where they do not. */
export function estimateDueDate(input: DueDateInput): Result<ComputedDueDate, CalendarUnknown> {
  const known = computeDueDate(input);
  return known.ok ? known : computeDueDate({ ...input, calendar: estimatedCalendar(input.calendar) });
}

/** Whether a promise for that day rests on days no notice covers. */
export function isProvisional(calendar: Calendar, date: PlainDate): boolean {
  return date > (calendar.confirmedTo ?? calendar.knownTo);
}

function fixedOffDays(year: number, { week, knownTo }: Calendar): CalendarException[] {
  return fixedHolidays
    .map(([monthDay, name]): CalendarException => ({ date: dateOf(year, monthDay), kind: 'OFF', name, source, confirmed: false }))
    .filter(({ date }) => date > knownTo && week[weekdayOf(date)]?.counts === true);
}

function dateOf(year: number, monthDay: string): PlainDate {
  return must(parsePlainDate(`${year}-${monthDay}`), `no such day: ${monthDay} of ${year}`);
}

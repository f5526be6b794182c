/** The working calendar as versioned reference data: which days are worked, at which hours, and why not. Pure look-ups; see `due-date.ts` for the engine. */
import { must } from '../kernel/assert.ts';
import { type PlainDate, type Weekday, addDays, dayNumberToPlainDate, plainDateToDayNumber, weekdayOf } from '../kernel/plain-date.ts';

/** Minutes of the day, e.g. 07:30-11:30 = { from: 450, to: 690 }. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

export interface CalendarException {
  readonly date: PlainDate;
  /** OFF: a holiday or make-up day on a weekday. WORK: a Saturday worked in exchange. */
  readonly kind: 'OFF' | 'WORK';
  /** "Tết Nguyên đán", "Nghỉ bù 2/9", "Làm bù cho 31/8/2026". */
  readonly name: string;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface Calendar {
  readonly version: number;
  /** Sessions by weekday, index 0 = Sunday; an empty list = not worked. */
  readonly week: readonly (readonly Session[])[];
  readonly exceptions: readonly CalendarException[];
  /** Years fully entered; outside them the engine says that the calendar is not known yet. */
  readonly knownFrom: PlainDate;
  readonly knownTo: PlainDate;
  /** Last day covered by issued notices; days after it are a proposal, and a promise that reaches into them is marked provisional. */
  readonly confirmedTo?: PlainDate | undefined;
}

export type { Weekday };

export interface IndexedCalendar {
  readonly calendar: Calendar;
  readonly first: number;
  readonly last: number;
  /** Working days in [first, first + i). One longer than the range. */
  readonly before: Int32Array;
  /** Day numbers of the working days, ascending. */
  readonly worked: Int32Array;
  readonly exceptions: ReadonlyMap<PlainDate, CalendarException>;
}

const indexes = new WeakMap<Calendar, IndexedCalendar>();

/** A calendar is immutable data, so its index is built once per object. */
export function indexCalendar(calendar: Calendar): IndexedCalendar {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const exceptions = new Map(calendar.exceptions.map((exception) => [exception.date, exception]));
  const first = plainDateToDayNumber(calendar.knownFrom);
  const last = plainDateToDayNumber(calendar.knownTo);
  const before = new Int32Array(Math.max(0, last - first + 1) + 1);
  const worked: number[] = [];
  for (let day = first; day <= last; day++) {
    const date = dayNumberToPlainDate(day);
    const works = worksOn(calendar, date, exceptions.get(date));
    if (works) worked.push(day);
    before[day - first + 1] = worked.length;
  }
  const index: IndexedCalendar = { calendar, first, last, before, worked: Int32Array.from(worked), exceptions };
  indexes.set(calendar, index);
  return index;
}

export function calendarKnows(calendar: Calendar, date: PlainDate): boolean {
  return date >= calendar.knownFrom && date <= calendar.knownTo;
}

export function exceptionOn(calendar: Calendar, date: PlainDate): CalendarException | undefined {
  return indexCalendar(calendar).exceptions.get(date);
}

/** Outside the known years only the weekly pattern speaks: good enough to show, never to promise (`computeDueDate` refuses there). */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  return worksOn(calendar, date, indexCalendar(calendar).exceptions.get(date));
}

/** Hours worked on that day, in order; empty on a day off. A Saturday worked in exchange has Monday's hours. */
export function sessionsOf(calendar: Calendar, date: PlainDate): readonly Session[] {
  if (!isWorkingDay(calendar, date)) return [];
  const own = calendar.week[weekdayOf(date)] ?? [];
  return own.length > 0 ? own : (calendar.week[1] ?? []);
}

/** Minute at which the last session of a working day ends. */
export function closingMinute(calendar: Calendar, date: PlainDate): number {
  return must(sessionsOf(calendar, date).at(-1), 'a working day has sessions').to;
}

/** The first working day after `date`; undefined where the known years end before it. */
export function nextWorkingDay(calendar: Calendar, date: PlainDate): PlainDate | undefined {
  return addWorkingDays(calendar, date, 1);
}

/** The `count`-th working day after `date` (count ≥ 1; `date` itself is never counted). Undefined outside the known years. */
export function addWorkingDays(calendar: Calendar, date: PlainDate, count: number): PlainDate | undefined {
  const index = indexCalendar(calendar);
  const day = plainDateToDayNumber(date);
  if (day < index.first || day > index.last) return undefined;
  const upToDate = index.before[day - index.first + 1] ?? 0;
  const found = index.worked[upToDate + count - 1];
  return found === undefined ? undefined : dayNumberToPlainDate(found);
}

/** Working days in (from, to]; negative where `to` is earlier. Days outside the known years count by the weekly pattern. */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  if (calendarKnows(calendar, from) && calendarKnows(calendar, to)) {
    const index = indexCalendar(calendar);
    const upTo = (date: PlainDate) => index.before[plainDateToDayNumber(date) - index.first + 1] ?? 0;
    return upTo(to) - upTo(from);
  }
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(calendar, date)) count++;
  return count;
}

function worksOn(calendar: Calendar, date: PlainDate, exception: CalendarException | undefined): boolean {
  if (exception !== undefined) return exception.kind === 'WORK';
  return (calendar.week[weekdayOf(date)] ?? []).length > 0;
}

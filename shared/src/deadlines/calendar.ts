/**
 * The working calendar as versioned reference data: which days are open at which hours, which of them count, and why not. Open and counting are two things: a desk
 * that receives on Saturday morning shortens no limit. Pure look-ups; see `due-date.ts` for the engine.
 */
import { must } from '../kernel/assert.ts';
import type { CivilTime } from '../kernel/instant.ts';
import { type PlainDate, type Weekday, addDays, dayNumberToPlainDate, plainDateToDayNumber, weekdayOf } from '../kernel/plain-date.ts';

/** Minutes of the day, e.g. 07:30-11:30 = { from: 450, to: 690 }. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

/** One weekday of an ordinary week. */
export interface DayPattern {
  /** When the desk receives and hands out, in order; empty: closed. */
  readonly open: readonly Session[];
  /** It is a working day: limits count it and promises fall on it. */
  readonly counts: boolean;
}

export interface CalendarException {
  readonly date: PlainDate;
  /** OFF: a holiday or make-up day on a weekday; does not count. WORK: a Saturday worked in exchange; counts. */
  readonly kind: 'OFF' | 'WORK';
  /** "Tết Nguyên đán", "Nghỉ bù 2/9", "Làm bù cho 31/8/2026". */
  readonly name: string;
  readonly source: string;
  readonly confirmed: boolean;
  /** Hours of that day alone. Absent: a day off is closed, a worked day has the hours of an ordinary working day. */
  readonly open?: readonly Session[] | undefined;
}

export interface Calendar {
  readonly version: number;
  /** By weekday, index 0 = Sunday. */
  readonly week: readonly DayPattern[];
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

/** When somebody is at the desk on that day, whether it counts or not. */
export function openSessions(calendar: Calendar, date: PlainDate): readonly Session[] {
  const exception = indexCalendar(calendar).exceptions.get(date);
  const usual = patternOf(calendar, date);
  if (exception === undefined) return usual?.open ?? [];
  if (exception.open !== undefined || exception.kind === 'OFF') return exception.open ?? [];
  // A Saturday worked in exchange is a whole day, also where the desk is open on Saturday mornings anyway.
  return (usual?.counts ? usual : calendar.week.find((day) => day.counts))?.open ?? [];
}

/** Hours worked on that day, in order; empty on a day that does not count. */
export function sessionsOf(calendar: Calendar, date: PlainDate): readonly Session[] {
  return isWorkingDay(calendar, date) ? openSessions(calendar, date) : [];
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

/** Office minutes of working days in [from, to]. */
export function workingMinutesBetween(calendar: Calendar, from: CivilTime, to: CivilTime): number {
  let minutes = 0;
  for (let { date } = from; date <= to.date; date = addDays(date, 1)) {
    const [first, last] = [date === from.date ? from.minuteOfDay : 0, date === to.date ? to.minuteOfDay : 1440];
    for (const session of sessionsOf(calendar, date)) minutes += Math.max(0, Math.min(session.to, last) - Math.max(session.from, first));
  }
  return minutes;
}

function worksOn(calendar: Calendar, date: PlainDate, exception: CalendarException | undefined): boolean {
  return exception === undefined ? (patternOf(calendar, date)?.counts ?? false) : exception.kind === 'WORK';
}

function patternOf(calendar: Calendar, date: PlainDate): DayPattern | undefined {
  return calendar.week[weekdayOf(date)];
}

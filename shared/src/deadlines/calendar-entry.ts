/**
 * A year of the calendar as the district enters it from the yearly notice, and the hours of the week: read from typed lines or a JSON file, checked, and put into the
 * calendar, which gets the next version. The same functions check on the administrator's screen and at the centre.
 */
import { type PlainDate, addDays, parsePlainDate, plainDateParts, weekdayOf } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { nfc } from '../text/fold.ts';
import { parseMinute, sayMinute } from '../text/minute-input.ts';
import type { Calendar, CalendarException, DayPattern, Session } from './calendar.ts';

export interface CalendarYear {
  readonly year: number;
  /** The notice it was read from, in the administrator's words. */
  readonly source: string;
  /** The notice is issued; otherwise promises that reach into the year are provisional. */
  readonly confirmed: boolean;
  readonly days: readonly EnteredDay[];
}
export type EnteredDay = Pick<CalendarException, 'date' | 'kind' | 'name' | 'open'>;

export type EntryProblemCode =
  /** No day could be read in the line. */
  | 'entry/unreadable'
  | 'entry/no-such-day'
  | 'entry/name-missing'
  | 'entry/other-year'
  | 'entry/twice'
  /** A day off that is none of the working days of the week. */
  | 'entry/not-worked-anyway'
  /** A day worked in exchange that is a working day anyway. */
  | 'entry/worked-anyway'
  /** A year between the known ones and this one is missing. */
  | 'entry/gap';

export interface EntryProblem {
  readonly code: EntryProblemCode;
  /** Of a typed text, from 1. */
  readonly line?: number | undefined;
  /** What is wrong, as typed. */
  readonly what: string;
}

/**
 * One day or span a line: `1/1 Tết Dương lịch`, `4/2 - 10/2 Tết Nguyên đán`, `làm 20/2 Làm bù cho 5/2`. Of a span only working days are days off. Empty lines and
 * lines that begin with # are passed over.
 */
export function readYearLines(year: number, text: string, week: Calendar['week']): Result<readonly EnteredDay[], readonly EntryProblem[]> {
  const days: EnteredDay[] = [];
  const problems: EntryProblem[] = [];
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const what = nfc(raw);
    if (what === '' || what.startsWith('#')) continue;
    const read = readLine(year, what, week);
    if (read.ok) days.push(...read.value);
    else problems.push({ code: read.error, line: at + 1, what });
  }
  return problems.length > 0 ? err(problems) : ok(days);
}

const linePattern =
  /^(?:(nghỉ|nghi|làm bù|lam bu|làm|lam)\s*:?\s+)?(\d{1,2}\/\d{1,2}(?:\/\d{4})?)(?:\s*[-–]\s*(\d{1,2}\/\d{1,2}(?:\/\d{4})?))?(?:\s*[:,]?\s+(.*))?$/iu;

function readLine(year: number, text: string, week: Calendar['week']): Result<EnteredDay[], EntryProblemCode> {
  const match = linePattern.exec(text);
  if (!match) return err('entry/unreadable');
  const [, word = '', first = '', last, name = ''] = match;
  const [from, to] = [dayOf(year, first), last === undefined ? dayOf(year, first) : dayOf(year, last)];
  if (from === undefined || to === undefined || to < from) return err('entry/no-such-day');
  if (name.trim() === '') return err('entry/name-missing');
  const kind = /^l/i.test(word) ? 'WORK' : 'OFF';
  const days: EnteredDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    if (last === undefined || kind === 'WORK' || week[weekdayOf(date)]?.counts) days.push({ date, kind, name: name.trim() });
  return days.length > 0 ? ok(days) : err('entry/not-worked-anyway');
}

function dayOf(year: number, text: string): PlainDate | undefined {
  const [day = '', month = '', own] = text.split('/');
  return parsePlainDate(`${own ?? year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The days of a year as lines that `readYearLines` reads again. */
export function sayYearLines({ exceptions }: Pick<Calendar, 'exceptions'>, year: number): string {
  return daysOf({ exceptions }, year)
    .map(({ date, kind, name }) => {
      const { day, month } = plainDateParts(date);
      return `${kind === 'WORK' ? 'làm ' : ''}${day}/${month} ${name}`;
    })
    .join('\n');
}

export interface KnownYear {
  readonly year: number;
  readonly off: number;
  readonly worked: number;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Every year the calendar knows, newest first. */
export function knownYears(calendar: Calendar): KnownYear[] {
  const [first, last] = [plainDateParts(calendar.knownFrom).year, plainDateParts(calendar.knownTo).year];
  return Array.from({ length: last - first + 1 }, (_, i) => last - i).map((year) => {
    const days = daysOf(calendar, year);
    return {
      year,
      off: days.filter((day) => day.kind === 'OFF').length,
      worked: days.filter((day) => day.kind === 'WORK').length,
      source: days[0]?.source ?? '',
      confirmed: lastOf(year) <= (calendar.confirmedTo ?? calendar.knownTo),
    };
  });
}

/** The calendar with that year as entered, whatever it said of it before. */
export function withYear(calendar: Calendar, entered: CalendarYear): Result<Calendar, readonly EntryProblem[]> {
  const problems = checkYear(calendar, entered);
  if (problems.length > 0) return err(problems);
  const { year, source, confirmed, days } = entered;
  const others = calendar.exceptions.filter((day) => plainDateParts(day.date).year !== year);
  const exceptions = [...others, ...days.map((day) => ({ ...day, source, confirmed }))].sort((a, b) => (a.date < b.date ? -1 : 1));
  const knownTo = calendar.knownTo < lastOf(year) ? lastOf(year) : calendar.knownTo;
  return ok({
    ...calendar,
    version: calendar.version + 1,
    exceptions,
    knownTo,
    confirmedTo: confirmedTo(calendar, entered, { exceptions, knownTo }),
  });
}

export function withWeek(calendar: Calendar, week: readonly DayPattern[]): Calendar {
  return { ...calendar, version: calendar.version + 1, week };
}

/** Without a gap: a year that is confirmed confirms nothing while one before it is not; it counts as soon as that one is. */
function confirmedTo(before: Calendar, { year, confirmed }: CalendarYear, after: Pick<Calendar, 'exceptions' | 'knownTo'>): PlainDate {
  const until = before.confirmedTo ?? before.knownTo;
  if (!confirmed) return until < lastOf(year - 1) ? until : lastOf(year - 1);
  if (until < lastOf(year - 1)) return until;
  let last = year;
  const isConfirmed = (one: number) => daysOf(after, one).length > 0 && daysOf(after, one).every((day) => day.confirmed);
  while (lastOf(last + 1) <= after.knownTo && (lastOf(last + 1) <= until || isConfirmed(last + 1))) last++;
  return lastOf(last);
}

function checkYear(calendar: Calendar, { year, days }: CalendarYear): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const [first, last] = [plainDateParts(calendar.knownFrom).year, plainDateParts(calendar.knownTo).year];
  if (year < first || year > last + 1) problems.push({ code: 'entry/gap', what: String(last + 1) });
  const seen = new Set<PlainDate>();
  for (const { date, kind } of days) {
    const { year: own, month, day } = plainDateParts(date);
    const what = `${day}/${month}/${own}`;
    const counts = calendar.week[weekdayOf(date)]?.counts === true;
    if (own !== year) problems.push({ code: 'entry/other-year', what });
    else if (seen.has(date)) problems.push({ code: 'entry/twice', what });
    else if (kind === 'OFF' && !counts) problems.push({ code: 'entry/not-worked-anyway', what });
    else if (kind === 'WORK' && counts) problems.push({ code: 'entry/worked-anyway', what });
    seen.add(date);
  }
  return problems;
}

function daysOf({ exceptions }: Pick<Calendar, 'exceptions'>, year: number): CalendarException[] {
  return exceptions.filter((day) => plainDateParts(day.date).year === year);
}

function lastOf(year: number): PlainDate {
  return `${year}-12-31` as PlainDate;
}

/** "7:30-11:30, 13h30-17h"; nothing typed: closed. Undefined where it cannot be read. */
export function readSessions(text: string): readonly Session[] | undefined {
  const sessions: Session[] = [];
  for (const part of text.split(/[,;]/).filter((one) => one.trim() !== '')) {
    const ends = part.split(/[-–]/).map(parseMinute);
    const [from, to] = ends;
    if (ends.length !== 2 || from === undefined || to === undefined || from >= to || from < (sessions.at(-1)?.to ?? 0)) return undefined;
    sessions.push({ from, to });
  }
  return sessions;
}

export function saySessions(sessions: readonly Session[]): string {
  return sessions.map(({ from, to }) => `${sayMinute(from)}-${sayMinute(to)}`).join(', ');
}

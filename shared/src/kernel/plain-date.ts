/** `PlainDate`: a civil date `YYYY-MM-DD` (years 1800..2199), proleptic Gregorian. No `Date` object is used, so no zone can shift a day. */
import type { Brand } from './brand.ts';

export type PlainDate = Brand<string, 'PlainDate'>;

/** 0 = Sunday .. 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Strict: a real calendar date in the form `YYYY-MM-DD`, else undefined. */
export function parsePlainDate(text: string): PlainDate | undefined {
  // Asked of every text that goes over the wire: most are told apart by their length.
  if (text.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const { year, month, day } = plainDateParts(text as PlainDate);
  return isRealDay(year, month, day) ? (text as PlainDate) : undefined;
}

/** Undefined where there is no such day (31/02) or the year is outside 1800..2199. */
export function plainDateFromParts(year: number, month: number, day: number): PlainDate | undefined {
  if (!isRealDay(year, month, day)) return undefined;
  return `${year}-${pad2(month)}-${pad2(day)}` as PlainDate;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function plainDateParts(date: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01 (Howard Hinnant's civil-from-days algorithm). */
export function plainDateToDayNumber(date: PlainDate): number {
  const { year, month, day } = plainDateParts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146_097 + doe - 719_468;
}

export function dayNumberToPlainDate(dayNumber: number): PlainDate {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}` as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dayNumberToPlainDate(plainDateToDayNumber(date) + days);
}

/** The same day `months` later, or the last day of that month (Civil Code 2015, article 147). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = plainDateParts(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return `${String(y).padStart(4, '0')}-${pad2(m)}-${pad2(Math.min(day, daysInMonth(y, m)))}` as PlainDate;
}

export function weekdayOf(date: PlainDate): Weekday {
  return ((((plainDateToDayNumber(date) + 4) % 7) + 7) % 7) as Weekday;
}

function pad2(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

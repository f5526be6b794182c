/**
 * Dates as officers type them: `5/2/1990`, `05-02-1990`, `5.2.90`, `05021990`, `1990-02-05`, and where the papers give no more only `2/1990` or
 * `1990`, or zeros in the place of what is unknown: `00/00/1960`. Day before month, always. No clock is read: `today` comes from the caller and decides the century of two-digit years.
 */
import { type PlainDate, plainDateFromParts } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { plainDashes } from './dashes.ts';
import { dropInvisible } from './invisible.ts';

export interface CivilDateInput {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as `Party.birthDate` stores it. */
  readonly text: string;
  /** Present for a full date. */
  readonly date?: PlainDate | undefined;
  /** The year was typed with two digits and is read as this one. */
  readonly readYear?: number | undefined;
}

export type CivilDateError =
  | { readonly code: 'date/empty' }
  /** `partial`: a year alone would have done. */
  | { readonly code: 'date/format'; readonly partial: boolean }
  /** 31/02, month 13. */
  | { readonly code: 'date/impossible' }
  | { readonly code: 'date/incomplete' }
  | { readonly code: 'date/two-digit-year' }
  | { readonly code: 'date/future' }
  | { readonly code: 'date/past' };

export interface CivilDateOptions {
  /** Latest date that makes sense (a birth date). Without it two-digit years are refused and the future is allowed. */
  readonly today?: PlainDate | undefined;
  /** Earliest date that makes sense (a day that is still to come); two-digit years are of its century. */
  readonly earliest?: PlainDate | undefined;
  /** Accept a year or a month of a year. */
  readonly partial?: boolean | undefined;
}

export function parseCivilDate(text: string, options: CivilDateOptions = {}): Result<CivilDateInput, CivilDateError> {
  const typed = plainDashes(dropInvisible(text)).trim();
  if (typed === '') return err({ code: 'date/empty' });
  const parts = partsOf(typed);
  if (parts === undefined) return err({ code: 'date/format', partial: options.partial === true });
  const { today, earliest } = options;
  const { month, day } = parts;
  const year = parts.year < 100 ? yearOf(parts.year, earliest ?? today, earliest === undefined) : parts.year;
  if (year === undefined) return err({ code: 'date/two-digit-year' });
  const first = plainDateFromParts(year, month ?? 1, day ?? 1);
  if (first === undefined) return err({ code: 'date/impossible' });
  if (day === undefined && options.partial !== true) return err({ code: 'date/incomplete' });
  const value = render(year, month, day);
  if (today !== undefined && value > today.slice(0, value.length)) return err({ code: 'date/future' });
  if (earliest !== undefined && value < earliest.slice(0, value.length)) return err({ code: 'date/past' });
  return ok({ text: value, ...(day === undefined ? {} : { date: first }), ...(year === parts.year ? {} : { readYear: year }) });
}

/** The century of a two-digit year: the one of `near`, or for the past the one before where that year is still to come. A later day of this very year is not a hundred years ago. */
function yearOf(twoDigits: number, near: PlainDate | undefined, past: boolean): number | undefined {
  if (near === undefined) return undefined;
  const century = Math.floor(Number(near.slice(0, 4)) / 100) * 100;
  return century + twoDigits - (past && century + twoDigits > Number(near.slice(0, 4)) ? 100 : 0);
}

/** `1990-02-05` → `05/02/1990`, `1990-02` → `02/1990`, `1990` → `1990`. */
export function formatCivilDate(value: string): string {
  const [year = '', month, day] = value.split('-');
  return [day, month, year].filter((part) => part !== undefined).join('/');
}

interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

function partsOf(typed: string): DateParts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const full = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed) ?? /^(\d{1,2})\s*[/.\s-]\s*(\d{1,2})\s*[/.\s-]\s*(\d{4}|\d{2})$/.exec(typed);
  if (full) return known(Number(full[1]), Number(full[2]), Number(full[3]));
  const month = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed);
  if (month) return known(0, Number(month[1]), Number(month[2]));
  return /^\d{4}$/.test(typed) ? { year: Number(typed) } : undefined;
}

/** Zeros stand for what the papers do not say; a day without its month says nothing and is no date. */
function known(day: number, month: number, year: number): DateParts {
  if (day > 0) return { day, month, year };
  return month > 0 ? { month, year } : { year };
}

function render(year: number, month: number | undefined, day: number | undefined): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join('-');
}

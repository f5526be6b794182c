/**
 * Dates as officers type them: `5/2/1990`, `05-02-1990`, `5.2.90`, `05021990`, `1990-02-05`, and where the papers give no more only `2/1990` or
 * `1990`. Day before month, always. No clock is read: `today` comes from the caller and decides the century of two-digit years.
 */
import { type PlainDate, plainDateFromParts } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';

export interface CivilDateInput {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as `Party.birthDate` stores it. */
  readonly text: string;
  /** Present for a full date. */
  readonly date?: PlainDate | undefined;
}

export type CivilDateError =
  | { readonly code: 'date/empty' }
  | { readonly code: 'date/format' }
  /** 31/02, month 13. */
  | { readonly code: 'date/impossible' }
  | { readonly code: 'date/incomplete' }
  | { readonly code: 'date/two-digit-year' }
  | { readonly code: 'date/future' };

export interface CivilDateOptions {
  /** Latest date that makes sense (a birth date). Without it two-digit years are refused and the future is allowed. */
  readonly today?: PlainDate | undefined;
  /** Accept a year or a month of a year. */
  readonly partial?: boolean | undefined;
}

export function parseCivilDate(text: string, options: CivilDateOptions = {}): Result<CivilDateInput, CivilDateError> {
  const typed = text.trim();
  if (typed === '') return err({ code: 'date/empty' });
  const parts = partsOf(typed);
  if (parts === undefined) return err({ code: 'date/format' });
  const { today } = options;
  let { year } = parts;
  if (year < 100) {
    if (today === undefined) return err({ code: 'date/two-digit-year' });
    const century = Number(today.slice(0, 2)) * 100;
    const inThis = render(century + year, parts.month, parts.day);
    year += inThis > today.slice(0, inThis.length) ? century - 100 : century;
  }
  const { month, day } = parts;
  const first = plainDateFromParts(year, month ?? 1, day ?? 1);
  if (first === undefined) return err({ code: 'date/impossible' });
  if (day === undefined && options.partial !== true) return err({ code: 'date/incomplete' });
  const value = render(year, month, day);
  if (today !== undefined && value > today.slice(0, value.length)) return err({ code: 'date/future' });
  return ok(day === undefined ? { text: value } : { text: value, date: first });
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
  const compact = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (compact) return { day: Number(compact[1]), month: Number(compact[2]), year: Number(compact[3]) };
  const full = /^(\d{1,2})\s*[/.\s-]\s*(\d{1,2})\s*[/.\s-]\s*(\d{4}|\d{2})$/.exec(typed);
  if (full) return { day: Number(full[1]), month: Number(full[2]), year: Number(full[3]) };
  const month = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed);
  if (month) return { month: Number(month[1]), year: Number(month[2]) };
  return /^\d{4}$/.test(typed) ? { year: Number(typed) } : undefined;
}

function render(year: number, month: number | undefined, day: number | undefined): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join('-');
}

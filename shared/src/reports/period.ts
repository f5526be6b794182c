/**
 * The time a report speaks of: any days, or a month, quarter, half or year as it stands in the calendar or as reports are due (NĐ 09/2019/NĐ-CP: from the 15th of the
 * month before to the 14th of its last month). Days are civil days in Vietnam, both ends included.
 */
import { must } from '../kernel/assert.ts';
import { civilToInstant, type Instant } from '../kernel/instant.ts';
import { addDays, parsePlainDate, type PlainDate, plainDateToDayNumber } from '../kernel/plain-date.ts';

export interface ReportPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** How many months each kind has. */
export const periodMonths = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 } as const;
export type PeriodKind = keyof typeof periodMonths;
export const periodKinds = Object.keys(periodMonths) as readonly PeriodKind[];
/** CALENDAR: whole months. MID_MONTH: from the 15th to the 14th. */
export type PeriodCut = 'CALENDAR' | 'MID_MONTH';

/** A named period: the `number`-th of its kind in the year, from 1. */
export interface NamedPeriod {
  readonly kind: PeriodKind;
  readonly cut: PeriodCut;
  readonly year: number;
  readonly number: number;
}

export function daysOf({ kind, cut, year, number }: NamedPeriod): ReportPeriod {
  const months = periodMonths[kind];
  const first = (number - 1) * months;
  if (cut === 'CALENDAR') return { from: dayOf(year, first, 1), to: addDays(dayOf(year, first + months, 1), -1) };
  return { from: dayOf(year, first - 1, 15), to: dayOf(year, first + months - 1, 14) };
}

/** The named period that a day lies in. */
export function periodOf(kind: PeriodKind, cut: PeriodCut, day: PlainDate): NamedPeriod {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + (cut === 'MID_MONTH' && date >= 15 ? 1 : 0);
  const inYear = months % 12;
  return { kind, cut, year: (months - inYear) / 12, number: Math.floor(inYear / periodMonths[kind]) + 1 };
}

/** `by` periods later; earlier where it is negative. */
export function movePeriod({ kind, cut, year, number }: NamedPeriod, by: number): NamedPeriod {
  const perYear = 12 / periodMonths[kind];
  const at = year * perYear + number - 1 + by;
  return { kind, cut, year: Math.floor(at / perYear), number: (((at % perYear) + perYear) % perYear) + 1 };
}

/** Which named period has exactly these days, if one has. */
export function nameOf({ from, to }: ReportPeriod): NamedPeriod | undefined {
  for (const cut of ['CALENDAR', 'MID_MONTH'] as const)
    for (const kind of periodKinds) {
      const named = periodOf(kind, cut, to);
      const days = daysOf(named);
      if (days.from === from && days.to === to) return named;
    }
  return undefined;
}

/** What is set beside a period to compare: the named one before it, or as many days directly before. */
export function periodBefore(period: ReportPeriod): ReportPeriod {
  const named = nameOf(period);
  if (named !== undefined) return daysOf(movePeriod(named, -1));
  const days = plainDateToDayNumber(period.to) - plainDateToDayNumber(period.from) + 1;
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) };
}

/** The same as instants, for one moment of looking: what is still to come cannot be counted. */
export interface PeriodBounds {
  readonly starts: Instant;
  /** Exclusive. */
  readonly ends: Instant;
  /** The last instant of the period, or now where it goes on. */
  readonly asOf: Instant;
}

export function boundsOf({ from, to }: ReportPeriod, now: Instant): PeriodBounds {
  const ends = civilToInstant(addDays(to, 1), 0);
  return { starts: civilToInstant(from, 0), ends, asOf: Math.min(now, ends - 1) };
}

/** `month` counts on over the ends of the year, from 0. */
function dayOf(year: number, month: number, day: number): PlainDate {
  const at = year * 12 + month;
  const inYear = ((at % 12) + 12) % 12;
  const text = `${String((at - inYear) / 12).padStart(4, '0')}-${String(inYear + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return must(parsePlainDate(text), 'the first, fourteenth and fifteenth are in every month');
}

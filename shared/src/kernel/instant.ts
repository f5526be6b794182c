/**
 * `Instant`: epoch milliseconds. Civil time in this product is always Asia/Ho_Chi_Minh, UTC+7 without daylight saving since 1975,
 * so the conversion is arithmetic and needs neither `Intl` nor the machine's zone.
 */
import { type PlainDate, dayNumberToPlainDate, plainDateToDayNumber } from './plain-date.ts';

export type Instant = number;

export interface CivilTime {
  readonly date: PlainDate;
  /** Minutes since midnight, 0..1439. */
  readonly minuteOfDay: number;
}

const zoneOffsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

export function instantToCivil(instant: Instant): CivilTime {
  const local = instant + zoneOffsetMs;
  const day = Math.floor(local / dayMs);
  return { date: dayNumberToPlainDate(day), minuteOfDay: Math.floor((local - day * dayMs) / 60_000) };
}

export function instantToPlainDate(instant: Instant): PlainDate {
  return dayNumberToPlainDate(Math.floor((instant + zoneOffsetMs) / dayMs));
}

export function civilToInstant(date: PlainDate, minuteOfDay: number): Instant {
  return plainDateToDayNumber(date) * dayMs + minuteOfDay * 60_000 - zoneOffsetMs;
}

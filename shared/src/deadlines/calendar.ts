/** The working calendar as versioned reference data: which days are worked, at which hours, and why not. Pure look-ups; see `due-date.ts` for the engine. */
import type { PlainDate, Weekday } from '../kernel/plain-date.ts';

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
}

export type { Weekday };

/**
 * Why a due date is what it is, as plain data: the screen and the paper word it line by line in any language. Invariant: the days
 * marked `counted` add up to the limit (their number, or for hours the sum of their `minutes`).
 */
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

export type DueRule = 'SAME_DAY' | 'NEXT_WORKING_DAY' | 'WORKING_DAYS' | 'WORKING_HOURS' | 'CLOCK_HOURS' | 'DAYS' | 'MONTHS';

export type DayReason =
  /** The day the clock starts; not counted (Civil Code 2015, article 147). */
  | 'FIRST_DAY'
  /** Received after the cut-off: this day does not count as the day of receipt. */
  | 'RECEIVED_LATE'
  | 'COUNTED'
  /** A Saturday worked in exchange for another day; counted. */
  | 'WORKED_SATURDAY'
  | 'WEEKEND'
  /** The desk is open, but it is no working day: not counted. */
  | 'OPEN_ONLY'
  | 'HOLIDAY'
  /** The limit's last day fell on a day off, so it ends here (Civil Code 2015, article 148); not counted. */
  | 'MOVED_HERE';

export interface ExplainedDay {
  readonly date: PlainDate;
  readonly counted: boolean;
  readonly why: DayReason;
  /** Name of the holiday or of the exchange. */
  readonly name?: string | undefined;
  /** Running number of a counted day, from 1. */
  readonly number?: number | undefined;
  /** Minutes used on that day (limits in hours only). */
  readonly minutes?: number | undefined;
  /** The day is not covered by an issued notice yet. */
  readonly unconfirmed?: boolean | undefined;
}

export type StartShift =
  | 'NONE'
  /** Received after the cut-off, where late intake counts as the next working day. */
  | 'AFTER_CUTOFF'
  | 'DAY_OFF'
  | 'BEFORE_OPENING'
  | 'LUNCH'
  | 'AFTER_CLOSING';

export interface DueExplanation {
  readonly receivedAt: Instant;
  readonly receivedDate: PlainDate;
  readonly receivedMinute: number;
  /** Where counting starts, and why not at the receipt itself. */
  readonly start: { readonly date: PlainDate; readonly minuteOfDay: number; readonly shift: StartShift };
  readonly rule: DueRule;
  /** In the rule's unit; 0 for SAME_DAY and NEXT_WORKING_DAY. */
  readonly amount: number;
  /** The longer limit was used. */
  readonly extended: boolean;
  readonly limitText: string;
  /** Present where the cut-off decides. */
  readonly cutoffMinute?: number | undefined;
  readonly days: readonly ExplainedDay[];
  /** MONTHS and DAYS: the last day before it was moved off a day not worked. */
  readonly nominalDate?: PlainDate | undefined;
  readonly dueAt: Instant;
  readonly dueDate: PlainDate;
  readonly dueMinute: number;
  /** How the time of day was found: end of the last session, the time of receipt, or the walk through the hours. */
  readonly timeOfDay: 'END_OF_DAY' | 'CARRIED' | 'WALKED';
  readonly calendarVersion: number;
  /** Some day of the walk rests on a calendar that is not issued yet. */
  readonly provisional: boolean;
}

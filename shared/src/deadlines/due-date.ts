/**
 * The deadline engine (domain §4): instant of acceptance and published limit → the promise printed on the receipt, with its
 * explanation. Reads no clock; all dates are civil dates in Vietnam. Invariants: a due date never falls on a day off (except for a limit in hours of the
 * clock, which runs day and night), never lies before the acceptance, and grows with the time of acceptance and with the limit.
 */
import type { TimeLimit } from '../catalogue/procedure.ts';
import type { CountingSettings, DueDate } from '../dossier/state.ts';
import { assert, must } from '../kernel/assert.ts';
import { type CivilTime, type Instant, civilToInstant, instantToCivil } from '../kernel/instant.ts';
import { type PlainDate, addDays, addMonths, plainDateParts } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import type { Settings } from '../reference/settings.ts';
import { nfc } from '../text/fold.ts';
import { type Calendar, calendarKnows, closingMinute, isWorkingDay, nextWorkingDay, sessionsOf } from './calendar.ts';
import { countedDay, dayOff, daysBefore, describeDay, firstDay } from './explain-days.ts';
import type { DueExplanation, DueRule, ExplainedDay, StartShift } from './explanation.ts';

export interface DueDateInput {
  readonly acceptedAt: Instant;
  readonly limit: TimeLimit;
  /** The case meets the ground of the limit's extension: count the longer time, where there is one. */
  readonly extended: boolean;
  /** Of a limit in hours: what is left of it, instead of the whole. */
  readonly minutesLeft?: number | undefined;
  readonly calendar: Calendar;
  readonly settings: CountingSettings;
}

export interface ComputedDueDate {
  readonly due: DueDate;
  readonly explanation: DueExplanation;
}

/** The first year the calendar does not know, and for when it would be promised without it. */
export interface CalendarUnknown {
  readonly code: 'deadline/calendar-unknown';
  readonly year: number;
  readonly estimate?: Instant | undefined;
}

export function computeDueDate(input: DueDateInput): Result<ComputedDueDate, CalendarUnknown> {
  const received = instantToCivil(input.acceptedAt);
  if (!calendarKnows(input.calendar, received.date)) return unknownYear(received.date);
  const limit = effectiveLimit(input.limit, input.extended);
  const start = countsFromReceipt(limit.rule) ? { ...received, shift: 'NONE' as const } : startOf(received, input, limit.rule);
  if (start === undefined) return unknownYear(dayAfterKnown(input.calendar));
  const walk = walkLimit(input, received, start, limit);
  if ('unknown' in walk) return unknownYear(walk.unknown);
  const dueAt = civilToInstant(walk.date, walk.minute);
  assert(dueAt >= input.acceptedAt - 60_000, 'a due date never lies before the acceptance');
  const { calendar, settings } = input;
  const { dueTimeOfDay, sameDayCutoffMinute, lateIntakeShift } = settings;
  const provisional =
    walk.days.some((day) => day.unconfirmed === true) || (calendar.confirmedTo !== undefined && walk.date > calendar.confirmedTo);
  return ok({
    due: {
      dueAt,
      rule: walk.rule ?? limit.rule,
      ...publishedLimit(input.limit),
      ...(limit.extended
        ? { extension: { unit: unitByRule[limit.rule], amount: limit.amount, why: nfc(input.limit.extended?.ground ?? '') } }
        : {}),
      ...(start.shift === 'NONE' ? {} : { shift: start.shift }),
      calendarVersion: calendar.version,
      ...(provisional ? { provisional } : {}),
      settings: { dueTimeOfDay, sameDayCutoffMinute, lateIntakeShift },
    },
    explanation: {
      receivedAt: input.acceptedAt,
      receivedDate: received.date,
      receivedMinute: received.minuteOfDay,
      start,
      rule: walk.rule ?? limit.rule,
      amount: limit.amount,
      extended: limit.extended,
      limitText: input.limit.text,
      cutoffMinute:
        limit.rule === 'SAME_DAY' || (settings.lateIntakeShift && !countsFromReceipt(limit.rule))
          ? input.settings.sameDayCutoffMinute
          : undefined,
      days: walk.days,
      nominalDate: walk.nominalDate,
      dueAt,
      dueDate: walk.date,
      dueMinute: walk.minute,
      timeOfDay: walk.timeOfDay,
      calendarVersion: calendar.version,
      provisional,
    },
  });
}

/** The limit that was counted: the longer one where the case allowed it. */
export function countedLimit(due: Pick<DueDate, 'unit' | 'amount' | 'extension'>): Pick<DueDate, 'unit' | 'amount'> {
  return due.extension ?? due;
}

interface Start extends CivilTime {
  readonly shift: StartShift;
}

interface Walk {
  readonly date: PlainDate;
  readonly minute: number;
  readonly days: readonly ExplainedDay[];
  readonly timeOfDay: DueExplanation['timeOfDay'];
  /** Set where the walk sharpened the rule (after the cut-off: NEXT_WORKING_DAY). */
  readonly rule?: DueRule;
  readonly nominalDate?: PlainDate;
}

/** The first day the calendar does not know. */
interface Unknown {
  readonly unknown: PlainDate;
}

/** The unit in which a limit is published that is counted by this rule. */
export const unitByRule = {
  SAME_DAY: 'SAME_DAY',
  NEXT_WORKING_DAY: 'SAME_DAY',
  WORKING_DAYS: 'WORKING_DAY',
  WORKING_HOURS: 'WORKING_HOUR',
  CLOCK_HOURS: 'CLOCK_HOUR',
  DAYS: 'DAY',
  MONTHS: 'MONTH',
} as const satisfies Record<DueRule, DueDate['unit']>;

const ruleByUnit = {
  sameDay: 'SAME_DAY',
  workingDays: 'WORKING_DAYS',
  workingHours: 'WORKING_HOURS',
  clockHours: 'CLOCK_HOURS',
  days: 'DAYS',
  months: 'MONTHS',
} as const satisfies Record<TimeLimit['unit'], DueRule>;

/** Unit and amount as published, whatever was counted in the end. */
function publishedLimit(limit: TimeLimit): Pick<DueDate, 'unit' | 'amount'> {
  return { unit: unitByRule[ruleByUnit[limit.unit]], amount: limit.amount ?? 0 };
}

function effectiveLimit(
  limit: TimeLimit,
  wantsExtended: boolean,
): { readonly rule: DueRule; readonly amount: number; readonly extended: boolean } {
  const longer = wantsExtended ? limit.extended : undefined;
  if (longer) return { rule: ruleByUnit[longer.unit], amount: positive(longer.amount), extended: true };
  const rule = ruleByUnit[limit.unit];
  return { rule, amount: rule === 'SAME_DAY' ? 0 : positive(limit.amount), extended: false };
}

function positive(amount: number | null): number {
  const value = must(amount, 'a time limit that is not of the same day has an amount');
  assert(Number.isSafeInteger(value) && value > 0, 'a time limit is a positive whole number');
  return value;
}

/** The cut-off has its own say in a same-day limit; hours of the clock know no office hours at all. */
function countsFromReceipt(rule: DueRule): boolean {
  return rule === 'SAME_DAY' || rule === 'CLOCK_HOURS';
}

/**
 * `lateIntakeShift`: after the cut-off, or on a day off, the dossier counts as received when the next working day opens. A limit in hours
 * starts inside office hours in any case.
 */
function startOf(received: CivilTime, { calendar, settings }: DueDateInput, rule: DueRule): Start | undefined {
  const inHours = rule === 'WORKING_HOURS';
  const worked = isWorkingDay(calendar, received.date);
  if (!worked)
    return settings.lateIntakeShift || inHours ? nextOpening(calendar, received.date, 'DAY_OFF') : { ...received, shift: 'NONE' };
  if (settings.lateIntakeShift && isLate(received, calendar, settings.sameDayCutoffMinute))
    return nextOpening(calendar, received.date, 'AFTER_CUTOFF');
  if (!inHours) return { ...received, shift: 'NONE' };
  if (received.minuteOfDay >= closingMinute(calendar, received.date)) return nextOpening(calendar, received.date, 'AFTER_CLOSING');
  const minuteOfDay = clipIntoSession(calendar, received.date, received.minuteOfDay);
  if (minuteOfDay === received.minuteOfDay) return { ...received, shift: 'NONE' };
  return { date: received.date, minuteOfDay, shift: minuteOfDay === openingMinute(calendar, received.date) ? 'BEFORE_OPENING' : 'LUNCH' };
}

function nextOpening(calendar: Calendar, date: PlainDate, shift: StartShift): Start | undefined {
  const next = nextWorkingDay(calendar, date);
  return next === undefined ? undefined : { date: next, minuteOfDay: openingMinute(calendar, next), shift };
}

/** "After 15:00" means 15:01; a desk that closes before the cut-off is late when it has closed. */
function isLate(received: CivilTime, calendar: Calendar, cutoffMinute: number): boolean {
  return received.minuteOfDay > Math.min(cutoffMinute, closingMinute(calendar, received.date));
}

function walkLimit(
  input: DueDateInput,
  received: CivilTime,
  start: Start,
  limit: { readonly rule: DueRule; readonly amount: number },
): Walk | Unknown {
  const { calendar, settings } = input;
  const lead = start.date === received.date ? [] : daysBefore(calendar, received.date, start.date);
  switch (limit.rule) {
    case 'WORKING_DAYS':
      return walkWorkingDays(calendar, lead, start, limit.amount, settings.dueTimeOfDay);
    case 'WORKING_HOURS':
      return walkHours(calendar, lead, start, input.minutesLeft ?? limit.amount * 60);
    case 'CLOCK_HOURS':
      return walkClock(calendar, received, input.minutesLeft ?? limit.amount * 60);
    case 'DAYS':
      return walkDays(calendar, lead, start.date, limit.amount);
    case 'MONTHS':
      return walkMonths(calendar, lead, start.date, limit.amount);
    case 'SAME_DAY':
    case 'NEXT_WORKING_DAY':
      return walkSameDay(calendar, received, settings.sameDayCutoffMinute);
  }
}

/** Certification, copies of civil status records: today, or the next working day when received after the cut-off or on a day off. */
function walkSameDay(calendar: Calendar, received: CivilTime, cutoffMinute: number): Walk | Unknown {
  const worked = isWorkingDay(calendar, received.date);
  if (worked && !isLate(received, calendar, cutoffMinute)) {
    return {
      date: received.date,
      minute: closingMinute(calendar, received.date),
      days: [countedDay(calendar, received.date, 1)],
      timeOfDay: 'END_OF_DAY',
    };
  }
  const date = nextWorkingDay(calendar, received.date);
  if (date === undefined) return { unknown: dayAfterKnown(calendar) };
  const days = [...daysBefore(calendar, received.date, date), countedDay(calendar, date, 1)];
  return { date, minute: closingMinute(calendar, date), days, timeOfDay: 'END_OF_DAY', rule: 'NEXT_WORKING_DAY' };
}

function walkWorkingDays(
  calendar: Calendar,
  lead: readonly ExplainedDay[],
  start: Start,
  amount: number,
  timeOfDay: Settings['dueTimeOfDay'],
): Walk | Unknown {
  const days = [...lead, firstDay(calendar, start.date)];
  let date = start.date;
  for (let number = 1; number <= amount;) {
    date = addDays(date, 1);
    if (!calendarKnows(calendar, date)) return { unknown: date };
    days.push(isWorkingDay(calendar, date) ? countedDay(calendar, date, number++) : dayOff(calendar, date));
  }
  // A dossier received on a day off carries no clock time of a working day: it is due at the end of the day, never earlier than one received the day before.
  if (timeOfDay === 'carry' && isWorkingDay(calendar, start.date)) {
    return { date, minute: clipIntoSession(calendar, date, start.minuteOfDay), days, timeOfDay: 'CARRIED' };
  }
  return { date, minute: closingMinute(calendar, date), days, timeOfDay: 'END_OF_DAY' };
}

/** Before opening → opening; at lunch → the afternoon; after closing → the end of the day. */
export function clipIntoSession(calendar: Calendar, date: PlainDate, minute: number): number {
  for (const session of sessionsOf(calendar, date)) if (minute <= session.to) return Math.max(minute, session.from);
  return closingMinute(calendar, date);
}

/** Minutes run only while the desk is open. A limit used up exactly when a session ends is due then. */
function walkHours(calendar: Calendar, lead: readonly ExplainedDay[], start: Start, minutes: number): Walk | Unknown {
  const days = [...lead];
  let left = minutes;
  let number = 1;
  for (let date = start.date; ; date = addDays(date, 1)) {
    if (!calendarKnows(calendar, date)) return { unknown: date };
    if (!isWorkingDay(calendar, date)) {
      days.push(dayOff(calendar, date));
      continue;
    }
    let used = 0;
    for (const session of sessionsOf(calendar, date)) {
      const from = date === start.date ? Math.max(session.from, start.minuteOfDay) : session.from;
      const spent = Math.min(left, Math.max(0, session.to - from));
      used += spent;
      left -= spent;
      if (left === 0 && spent > 0) {
        days.push({ ...countedDay(calendar, date, number), minutes: used });
        return { date, minute: from + spent, days, timeOfDay: 'WALKED' };
      }
    }
    days.push({ ...countedDay(calendar, date, number++), minutes: used });
  }
}

/** Day and night, days off too (domain §13.1, "12 giờ"): urgent cases are kept on duty. */
function walkClock(calendar: Calendar, received: CivilTime, minutes: number): Walk | Unknown {
  const days: ExplainedDay[] = [];
  let left = minutes;
  let from = received.minuteOfDay;
  for (let date = received.date; ; date = addDays(date, 1)) {
    if (!calendarKnows(calendar, date)) return { unknown: date };
    const used = Math.min(left, 1440 - from);
    left -= used;
    days.push({ ...describeDay(calendar, date, 'COUNTED'), counted: true, number: days.length + 1, minutes: used });
    // Midnight belongs to the day it begins.
    if (left === 0 && from + used < 1440) return { date, minute: from + used, days, timeOfDay: 'WALKED' };
    from = 0;
  }
}

function walkDays(calendar: Calendar, lead: readonly ExplainedDay[], start: PlainDate, amount: number): Walk | Unknown {
  const days = [...lead, firstDay(calendar, start)];
  for (let number = 1; number <= amount; number++) {
    const date = addDays(start, number);
    if (!calendarKnows(calendar, date)) return { unknown: date };
    days.push({ ...describeDay(calendar, date, 'COUNTED'), counted: true, number });
  }
  return endOn(calendar, days, addDays(start, amount));
}

function walkMonths(calendar: Calendar, lead: readonly ExplainedDay[], start: PlainDate, amount: number): Walk | Unknown {
  const nominal = addMonths(start, amount);
  if (!calendarKnows(calendar, nominal)) return { unknown: nominal };
  return endOn(
    calendar,
    [...lead, firstDay(calendar, start), { ...describeDay(calendar, nominal, 'COUNTED'), counted: true, number: amount }],
    nominal,
  );
}

/** The period ends at the end of its last day, or of the next working day where that is a day off. */
function endOn(calendar: Calendar, counted: readonly ExplainedDay[], nominalDate: PlainDate): Walk | Unknown {
  if (isWorkingDay(calendar, nominalDate)) {
    return { date: nominalDate, minute: closingMinute(calendar, nominalDate), days: counted, timeOfDay: 'END_OF_DAY', nominalDate };
  }
  const date = nextWorkingDay(calendar, nominalDate);
  if (date === undefined) return { unknown: dayAfterKnown(calendar) };
  const days = [
    ...counted,
    ...daysBefore(calendar, addDays(nominalDate, 1), date),
    { ...describeDay(calendar, date, 'MOVED_HERE'), counted: false },
  ];
  return { date, minute: closingMinute(calendar, date), days, timeOfDay: 'END_OF_DAY', nominalDate };
}

function openingMinute(calendar: Calendar, date: PlainDate): number {
  return must(sessionsOf(calendar, date)[0], 'a working day has sessions').from;
}

function dayAfterKnown(calendar: Calendar): PlainDate {
  return addDays(calendar.knownTo, 1);
}

function unknownYear(date: PlainDate): Result<never, CalendarUnknown> {
  return err({ code: 'deadline/calendar-unknown', year: plainDateParts(date).year });
}

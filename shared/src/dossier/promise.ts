/** Due dates for commands: always from the procedure's limit by the one engine; chosen by the officer only where no limit is known. */
import type { Procedure, TimeLimit } from '../catalogue/procedure.ts';
import { computeDueDate } from '../deadlines/due-date.ts';
import { type Instant, civilToInstant, instantToCivil } from '../kernel/instant.ts';
import { type PlainDate, plainDateToDayNumber } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { type ChosenDue, checkChosenDue, endOfDayMinute, sayChosenDue } from './intake-fields/due.ts';
import { validationOf } from './intake-fields/problems.ts';
import type { Refusal } from './refusals.ts';
import type { DossierState, DueDate, Pause } from './state.ts';

export interface Promised {
  readonly due: DueDate;
  readonly dueReason?: string | undefined;
}

export function promiseFor(
  procedure: Procedure,
  at: Instant,
  extended: boolean,
  chosen: ChosenDue | undefined,
  reference: ReferenceData,
): Result<Promised, Refusal> {
  if (procedure.timeLimit) {
    const computed = computeDueDate({
      acceptedAt: at,
      limit: procedure.timeLimit,
      extended,
      calendar: reference.calendar,
      settings: reference.settings,
    });
    return computed.ok ? ok({ due: computed.value.due }) : computed;
  }
  const { errors } = validationOf((report) => checkChosenDue(sayChosenDue(chosen), at, report));
  if (!chosen || errors.length > 0) return err({ code: 'intake/invalid', problems: errors });
  const dueAt = civilToInstant(chosen.date, chosen.minute ?? endOfDayMinute);
  return ok({
    due: { dueAt, rule: 'CHOSEN', unit: 'NONE', amount: 0, calendarVersion: reference.calendar.version },
    dueReason: chosen.reason,
  });
}

/** A new promised date after an apology or where a correction needs one. */
export function promiseOn(date: PlainDate, minute: number | undefined, state: DossierState, reference: ReferenceData): DueDate {
  const { unit = 'NONE', amount = 0 } = state.due ?? {};
  const dueAt = civilToInstant(date, minute ?? endOfDayMinute);
  return { dueAt, rule: 'CHOSEN', unit, amount, calendarVersion: reference.calendar.version };
}

/** Three working days to correct a wrong result (NĐ 118/2025 Đ23.1). */
const correctionLimit: TimeLimit = { text: '', unit: 'workingDays', amount: 3 };

export function correctionPromise(at: Instant, reference: ReferenceData): Result<DueDate, Refusal> {
  const computed = computeDueDate({
    acceptedAt: at,
    limit: correctionLimit,
    extended: false,
    calendar: reference.calendar,
    settings: reference.settings,
  });
  return computed.ok ? ok(computed.value.due) : computed;
}

/** The promise moved by the civil days waited for a payment, then off a day not worked. Unchanged where the wait stayed inside one day. */
export function promiseAfterWait(state: DossierState, at: Instant, reference: ReferenceData): Result<DueDate | undefined, Refusal> {
  const pause = state.pauses.find((one: Pause) => one.to === undefined);
  if (!state.due || !pause) return ok(undefined);
  const days = plainDateToDayNumber(instantToCivil(at).date) - plainDateToDayNumber(instantToCivil(pause.from).date);
  if (days <= 0) return ok(undefined);
  const limit: TimeLimit = { text: '', unit: 'days', amount: days };
  const settings = { ...reference.settings, lateIntakeShift: false };
  const computed = computeDueDate({ acceptedAt: state.due.dueAt, limit, extended: false, calendar: reference.calendar, settings });
  return computed.ok
    ? ok({ ...state.due, dueAt: computed.value.due.dueAt, calendarVersion: computed.value.due.calendarVersion })
    : computed;
}

/** Whether the first promise used the procedure's longer limit; a restarted clock keeps it. */
export function wasExtended(state: DossierState): boolean {
  return state.dueOriginal?.extension !== undefined;
}

/** The limit that was counted: the longer one where the case allowed it. */
export function countedLimit(due: Pick<DueDate, 'unit' | 'amount' | 'extension'>): Pick<DueDate, 'unit' | 'amount'> {
  return due.extension ?? due;
}

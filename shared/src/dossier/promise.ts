/** Due dates for commands: always from the procedure's limit by the one engine; chosen by the officer only where no limit is known, or no calendar reaches. */
import type { Procedure, TimeLimit } from '../catalogue/procedure.ts';
import { type DueDateInput, computeDueDate } from '../deadlines/due-date.ts';
import { estimateDueDate } from '../deadlines/estimate.ts';
import { promiseMoment } from '../deadlines/promisable.ts';
import { promiseAfterWait } from '../deadlines/remainder.ts';
import { must } from '../kernel/assert.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { type ChosenDue, checkChosenDue, sayChosenDue } from './intake-fields/due.ts';
import { validationOf } from './intake-fields/problems.ts';
import type { Refusal } from './refusals.ts';
import type { DossierState, DueDate } from './state.ts';

export interface Promised {
  readonly due: DueDate;
  readonly dueReason?: string | undefined;
}

/** Where a year is missing in the calendar the officer sets a date (the refusal names the one it would be), and the promise is provisional. */
export function promiseFor(
  procedure: Procedure,
  at: Instant,
  extended: boolean,
  chosen: ChosenDue | undefined,
  reference: ReferenceData,
): Result<Promised, Refusal> {
  const { calendar, settings } = reference;
  if (!procedure.timeLimit) return promiseChosen(chosen, at, { unit: 'NONE', amount: 0 }, reference);
  const input: DueDateInput = { acceptedAt: at, limit: procedure.timeLimit, extended, calendar, settings };
  const computed = computeDueDate(input);
  if (computed.ok) return ok({ due: computed.value.due });
  const estimate = estimateDueDate(input);
  if (!estimate.ok) return estimate;
  const { due } = estimate.value;
  if (!chosen) return err({ ...computed.error, estimate: due.dueAt });
  const { unit, amount, extension } = due;
  const promised = promiseChosen(chosen, at, { unit, amount, ...(extension ? { extension } : {}) }, reference);
  return promised.ok ? ok({ ...promised.value, due: { ...promised.value.due, provisional: true } }) : promised;
}

/** As at the acceptance; but papers that came are never kept waiting for a calendar. */
export function promiseAgain(...[procedure, at, extended, chosen, reference]: Parameters<typeof promiseFor>): Result<Promised, Refusal> {
  const { calendar, settings } = reference;
  if (chosen || !procedure.timeLimit) return promiseFor(procedure, at, extended, chosen, reference);
  const counted = estimateDueDate({ acceptedAt: at, limit: procedure.timeLimit, extended, calendar, settings });
  return counted.ok ? ok({ due: counted.value.due }) : counted;
}

function promiseChosen(
  chosen: ChosenDue | undefined,
  at: Instant,
  limit: Pick<DueDate, 'unit' | 'amount' | 'extension'>,
  { calendar }: ReferenceData,
): Result<Promised, Refusal> {
  const { errors } = validationOf((report) => checkChosenDue(sayChosenDue(chosen), at, calendar, report));
  if (!chosen || errors.length > 0) return err({ code: 'intake/invalid', problems: errors });
  const moment = promiseMoment(calendar, chosen.date, chosen.minute);
  if (!moment.ok) return moment;
  return ok({ due: { ...moment.value, rule: 'CHOSEN', ...limit, calendarVersion: calendar.version }, dueReason: chosen.reason });
}

/** A new promised date after an apology or where a regulation moves it. */
export function promiseOn(
  date: PlainDate,
  minute: number | undefined,
  { due }: DossierState,
  { calendar }: ReferenceData,
): Result<DueDate, Refusal> {
  const moment = promiseMoment(calendar, date, minute);
  if (!moment.ok) return moment;
  const { unit = 'NONE', amount = 0, extension } = due ?? {};
  return ok({
    ...moment.value,
    rule: 'CHOSEN',
    unit,
    amount,
    ...(extension ? { extension } : {}),
    calendarVersion: calendar.version,
  });
}

/** Three working days to correct a wrong result (NĐ 118/2025 Đ23.1). */
const correctionLimit: TimeLimit = { text: '', unit: 'workingDays', amount: 3 };

export function correctionPromise(at: Instant, { calendar, settings }: ReferenceData): DueDate {
  const computed = estimateDueDate({ acceptedAt: at, limit: correctionLimit, extended: false, calendar, settings });
  return must(computed.ok ? computed.value.due : undefined, 'an estimated calendar reaches three working days');
}

/** The promise after the payment that was waited for; undefined where it stays. */
export function promiseAfterPayment(state: DossierState, at: Instant, { calendar, settings }: ReferenceData): DueDate | undefined {
  const pause = state.pauses.find((one) => one.to === undefined);
  return state.due && pause && promiseAfterWait({ due: state.due, from: pause.from, to: at, calendar, settings });
}

/** Whether the first promise used the procedure's longer limit; a restarted clock keeps it. */
export function wasExtended(state: DossierState): boolean {
  return state.dueOriginal?.extension !== undefined;
}

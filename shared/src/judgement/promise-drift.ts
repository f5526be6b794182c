/**
 * A calendar that changed after a promise was made (domain §4.2): what is printed stays, and nothing is counted anew in silence. An open dossier whose promise would be
 * another under the calendar of this device, or whose promised day is none any more, says so.
 */
import type { PublishedUnit, TimeLimit } from '../catalogue/procedure.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import { countedLimit } from '../deadlines/due-date.ts';
import { estimateDueDate } from '../deadlines/estimate.ts';
import { type Unpromisable, promiseMoment } from '../deadlines/promisable.ts';
import { promiseAfterWait } from '../deadlines/remainder.ts';
import { openStatuses, statusIn } from '../dossier/evolve.ts';
import type { CountingSettings, DossierState, DueDate, LimitUnit } from '../dossier/state.ts';
import { type Instant, instantToCivil } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';

export type PromiseDrift =
  /** Counted on the calendar of today it would be this. */
  | { readonly kind: 'COUNTED'; readonly dueAt: Instant }
  /** Nobody works on the promised day, or at its hour, any more. */
  | { readonly kind: 'NOT_PROMISABLE'; readonly why: Unpromisable };

/** `settings`: where the promise carries none of its own. */
export function promiseDrift(state: DossierState, calendar: Calendar, settings: CountingSettings): PromiseDrift | undefined {
  const { due } = state;
  const waits = state.pauses.some((pause) => pause.to === undefined);
  // A promise made on this very calendar cannot differ from it; one that waits for the citizen is made again when he comes.
  if (!due || waits || !statusIn(state, ...openStatuses) || due.calendarVersion === calendar.version) return undefined;
  const counted = countedToday(state, due, calendar, settings);
  if (counted !== undefined) return counted === due.dueAt ? undefined : { kind: 'COUNTED', dueAt: counted };
  // Hours of the clock run over days off too.
  if (countedLimit(due).unit === 'CLOCK_HOUR') return undefined;
  const { date, minuteOfDay } = instantToCivil(due.dueAt);
  const moment = promiseMoment(calendar, date, minuteOfDay);
  return moment.ok ? undefined : { kind: 'NOT_PROMISABLE', why: moment.error };
}

/** By the limit and the switches that stand in the promise, through the waits there were. Undefined where a person chose the date. */
function countedToday(state: DossierState, due: DueDate, calendar: Calendar, otherwise: CountingSettings): Instant | undefined {
  const limit = limitOf(due);
  // Set by the officer because the year was missing: it can be counted as soon as the year is entered.
  const wasMissing = due.rule === 'CHOSEN' && due.provisional === true && due.dueAt === state.dueOriginal?.dueAt;
  if (!limit || state.acceptedAt === undefined || state.beforeCorrection || (due.rule === 'CHOSEN' && !wasMissing)) return undefined;
  const settings = due.settings ?? otherwise;
  const count = (at: Instant) => valueOf(estimateDueDate({ acceptedAt: at, limit, extended: false, calendar, settings }))?.due;
  let today = count(state.acceptedAt);
  for (const { kind, from, to } of state.pauses) {
    if (to === undefined || today === undefined) continue;
    today = kind === 'SUPPLEMENT' ? count(to) : (promiseAfterWait({ due: today, from, to, calendar, settings }) ?? today);
  }
  return today?.dueAt;
}

const units = {
  SAME_DAY: 'sameDay',
  WORKING_DAY: 'workingDays',
  WORKING_HOUR: 'workingHours',
  CLOCK_HOUR: 'clockHours',
  DAY: 'days',
  MONTH: 'months',
} as const satisfies Record<Exclude<LimitUnit, 'NONE'>, PublishedUnit>;

function limitOf(due: DueDate): TimeLimit | undefined {
  const { unit, amount } = countedLimit(due);
  return unit === 'NONE' ? undefined : { text: '', unit: units[unit], amount: unit === 'SAME_DAY' ? null : amount };
}

function valueOf<T>(result: Result<T, unknown>): T | undefined {
  return result.ok ? result.value : undefined;
}

/**
 * What is late, once, for every list, mark, figure and report.
 * - By law (NĐ 118/2025 Đ19): finished on or before the civil day of the promise in force. On the promised day after its hour an open dossier is past its hour and
 *   still within the day; it is overdue from the next civil day.
 * - By the national score (QĐ 766/QĐ-TTg): the instant of the end of processing, less what it waited for the citizen, against the instant of the first
 *   promise; more than one supplement request is late. For the score report only.
 * While a dossier waits for the citizen, or was ended during such a wait, the request is the end of processing: his silence is never the office's lateness.
 */
import type { Calendar } from '../deadlines/calendar.ts';
import { workingDaysBetween } from '../deadlines/calendar.ts';
import { openStatuses } from '../dossier/evolve.ts';
import type { DossierState, DossierStatus, Pause } from '../dossier/state.ts';
import { civilToInstant, type Instant, instantToPlainDate } from '../kernel/instant.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';

/** Carried by every row of the lists, so that both rules can be asked without the dossier's history. */
export interface LatenessFacts {
  readonly status: DossierStatus;
  readonly acceptedAt?: Instant | undefined;
  /** The promise in force; for a result that is being corrected, the one its first result is judged by stands in `judgedDueAt`. */
  readonly dueAt?: Instant | undefined;
  readonly judgedDueAt?: Instant | undefined;
  /** The first promise, where it is another. */
  readonly firstDueAt?: Instant | undefined;
  /** End of processing: result at the desk, refusal, withdrawal or closing; the request where the citizen let it end. */
  readonly processedAt?: Instant | undefined;
  /** Since when it waits for the citizen (papers, payment). */
  readonly waitingSince?: Instant | undefined;
  /** How long it had waited for the citizen until the end of processing, without the wait that is going on; milliseconds. */
  readonly waitedMs?: number | undefined;
  /** Supplement requests, where there were any. */
  readonly supplements?: number | undefined;
}

/**
 * DUE_TODAY: accepted and promised on one day ("hẹn hôm nay"). DUE_SOON: within the set number of working days, today included. PAST_HOUR: the promised day, after
 * its hour. WAITING: for the citizen, asked in time.
 */
export type Standing = 'IN_TIME' | 'DUE_SOON' | 'DUE_TODAY' | 'PAST_HOUR' | 'OVERDUE' | 'WAITING' | 'EARLY' | 'ON_TIME' | 'LATE';

/** The instants between which standings change, for one moment. */
export interface LatenessBorders {
  readonly now: Instant;
  readonly todayStarts: Instant;
  readonly tomorrowStarts: Instant;
  /** Exclusive end of what is due soon. */
  readonly soonEnds: Instant;
}

const openSet: ReadonlySet<DossierStatus> = new Set(openStatuses);
/** Their end of processing is no service to the citizen, so they have no timeliness. */
const unjudged: ReadonlySet<DossierStatus> = new Set(['DRAFT', 'SUBMITTED', 'REFUSED_INTAKE', 'VOID']);

export function latenessFacts(state: DossierState): LatenessFacts {
  const first = state.beforeCorrection;
  const open = state.pauses.find((pause) => pause.to === undefined);
  const ended = state.endedAt;
  // A wait that ended with the dossier was ended by the citizen.
  const letGo = ended === undefined ? undefined : state.pauses.find((pause) => pause.to === ended && pause.from <= ended);
  const processedAt = first?.finishedAt ?? state.finishedAt ?? letGo?.from ?? ended;
  const due = state.due?.dueAt;
  const waited = waitedMs(state.pauses, processedAt ?? open?.from ?? Number.MAX_SAFE_INTEGER);
  return {
    status: state.status,
    ...(state.acceptedAt === undefined ? {} : { acceptedAt: state.acceptedAt }),
    ...(due === undefined ? {} : { dueAt: due }),
    ...(first?.due === undefined || first.due.dueAt === due ? {} : { judgedDueAt: first.due.dueAt }),
    ...(state.dueOriginal === undefined || state.dueOriginal.dueAt === due ? {} : { firstDueAt: state.dueOriginal.dueAt }),
    ...(processedAt === undefined ? {} : { processedAt }),
    ...(open === undefined ? {} : { waitingSince: open.from }),
    ...(waited === 0 ? {} : { waitedMs: waited }),
    ...(state.supplementCount === 0 ? {} : { supplements: state.supplementCount }),
  };
}

/** Without a calendar (before the first exchange) only today is soon. */
export function latenessBorders(now: Instant, calendar: Calendar | undefined, dueSoonWorkingDays: number): LatenessBorders {
  const today = instantToPlainDate(now);
  let soon: PlainDate = today;
  if (calendar) while (workingDaysBetween(calendar, today, addDays(soon, 1)) <= dueSoonWorkingDays) soon = addDays(soon, 1);
  return {
    now,
    todayStarts: civilToInstant(today, 0),
    tomorrowStarts: civilToInstant(addDays(today, 1), 0),
    soonEnds: civilToInstant(addDays(soon, 1), 0),
  };
}

/** By law, as a list shows it now: an open correction by its own promise. Undefined where nothing was promised, or nothing that counts. */
export function standingOf(facts: LatenessFacts, borders: LatenessBorders): Standing | undefined {
  if (!isJudged(facts)) return undefined;
  if (!openSet.has(facts.status)) return byFirstResult(facts);
  const due = facts.dueAt;
  if (facts.waitingSince !== undefined) return isAfterDay(facts.waitingSince, due) ? 'OVERDUE' : 'WAITING';
  if (due < borders.todayStarts) return 'OVERDUE';
  if (due < borders.tomorrowStarts && borders.now > due) return 'PAST_HOUR';
  if (isPromisedSameDay(facts)) return due < borders.tomorrowStarts ? 'DUE_TODAY' : 'IN_TIME';
  return due < borders.soonEnds ? 'DUE_SOON' : 'IN_TIME';
}

/** The promise can be missed by time going on: it is open, and either not waiting or asked too late already. */
export function isClockRunning(facts: LatenessFacts): boolean {
  if (!isJudged(facts) || !openSet.has(facts.status)) return false;
  return facts.waitingSince === undefined || isAfterDay(facts.waitingSince, facts.dueAt);
}

export function isPromisedSameDay({ acceptedAt, dueAt }: LatenessFacts): boolean {
  return acceptedAt !== undefined && dueAt !== undefined && civilDay(acceptedAt) === civilDay(dueAt);
}

export type Timeliness = 'EARLY' | 'ON_TIME' | 'LATE' | 'OPEN_IN_TIME' | 'OPEN_LATE';

/** By law, as reports count: a corrected result by its first one. Undefined for a dossier that was never accepted or is void. */
export function lawTimeliness(facts: LatenessFacts, now: Instant): Timeliness | undefined {
  if (!isJudged(facts)) return undefined;
  return byFirstResult(facts) ?? (isAfterDay(facts.waitingSince ?? now, facts.dueAt) ? 'OPEN_LATE' : 'OPEN_IN_TIME');
}

/** By the national score. A dossier that still waits for its citizen counts up to the moment of the request. */
export function scoreTimeliness(facts: LatenessFacts, now: Instant): Timeliness | undefined {
  if (!isJudged(facts)) return undefined;
  const due = facts.firstDueAt ?? facts.dueAt;
  const isDone = facts.processedAt !== undefined;
  const end = (facts.processedAt ?? facts.waitingSince ?? now) - (facts.waitedMs ?? 0);
  const isLate = (facts.supplements ?? 0) > 1 || end > due;
  if (!isDone) return isLate ? 'OPEN_LATE' : 'OPEN_IN_TIME';
  return isLate ? 'LATE' : civilDay(end) < civilDay(due) ? 'EARLY' : 'ON_TIME';
}

/** Milliseconds the dossier waited for the citizen up to `until`: supplements and payments, each instant counted once; a wait that goes on is not counted. */
export function waitedMs(pauses: readonly Pick<Pause, 'from' | 'to'>[], until: Instant): number {
  const spans = pauses
    .flatMap((pause) => (pause.to === undefined ? [] : [[pause.from, Math.min(pause.to, until)] as const]))
    .filter(([from, to]) => to > from);
  spans.sort((a, b) => a[0] - b[0]);
  let sum = 0;
  let covered = -Infinity;
  for (const [from, to] of spans) {
    sum += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return sum;
}

function isJudged(facts: LatenessFacts): facts is LatenessFacts & { readonly dueAt: Instant } {
  return facts.dueAt !== undefined && facts.acceptedAt !== undefined && !unjudged.has(facts.status);
}

function byFirstResult({
  processedAt,
  judgedDueAt,
  dueAt,
}: LatenessFacts & { readonly dueAt: Instant }): 'EARLY' | 'ON_TIME' | 'LATE' | undefined {
  return processedAt === undefined ? undefined : dayTimeliness(processedAt, judgedDueAt ?? dueAt);
}

/** By law: the civil day of the end against the civil day of the limit. Of a whole dossier, and of one step of its way. */
export function dayTimeliness(end: Instant, due: Instant): 'EARLY' | 'ON_TIME' | 'LATE' {
  const days = civilDay(end) - civilDay(due);
  return days > 0 ? 'LATE' : days === 0 ? 'ON_TIME' : 'EARLY';
}

function isAfterDay(instant: Instant, day: Instant): boolean {
  return civilDay(instant) > civilDay(day);
}

/** Days since the epoch, in Vietnam. */
function civilDay(instant: Instant): number {
  return Math.floor((instant + 7 * 3_600_000) / 86_400_000);
}

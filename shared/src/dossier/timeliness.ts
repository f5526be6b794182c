/**
 * On time or late, by the two rules in force, both from the stored intervals (domain §4.2, §6.3, §11.1):
 * - the law (NĐ 118/2025 Đ19.5): the promise was restarted by a supplement; the end of processing is compared with the promise in force;
 * - the national score (QĐ 766/QĐ-TTg): the first promise stands, the waiting for the citizen is subtracted, more than one supplement request is late.
 * Dates are compared, not minutes. The end of processing is "finished" before "ended"; an uncollected result is not late.
 */
import { type Instant, instantToPlainDate } from '../kernel/instant.ts';
import { plainDateToDayNumber } from '../kernel/plain-date.ts';
import type { DossierState } from './state.ts';

export type Timeliness = 'EARLY' | 'ON_TIME' | 'LATE' | 'OPEN_IN_TIME' | 'OPEN_LATE';

/** By law; undefined for a dossier that was never accepted or is void. */
export function lawTimeliness(state: DossierState, now: Instant): Timeliness | undefined {
  const facts = factsOf(state);
  if (!facts) return undefined;
  const end = facts.end ?? (facts.pausedSince === undefined ? undefined : facts.pausedSince);
  return compare(facts.due, end, now, facts.end !== undefined);
}

/** By the national score. A dossier that still waits for its citizen counts up to the moment of the request. */
export function scoreTimeliness(state: DossierState, now: Instant): Timeliness | undefined {
  const facts = factsOf(state);
  const due = state.dueOriginal?.dueAt;
  if (!facts || due === undefined) return undefined;
  const isDone = facts.end !== undefined;
  if (state.supplementCount > 1) return isDone ? 'LATE' : 'OPEN_LATE';
  const end = facts.end ?? facts.pausedSince;
  return compare(due, end === undefined ? undefined : end - waitedMs(state, end), now - waitedMs(state, now), isDone);
}

/** Milliseconds the dossier waited for the citizen up to `until`: supplements and payments, each instant counted once. */
export function waitedMs(state: DossierState, until: Instant): number {
  const spans = state.pauses.map((pause) => [pause.from, Math.min(pause.to ?? until, until)] as const).filter(([from, to]) => to > from);
  spans.sort((a, b) => a[0] - b[0]);
  let sum = 0;
  let covered = -Infinity;
  for (const [from, to] of spans) {
    sum += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return sum;
}

interface Facts {
  readonly due: Instant;
  readonly end?: Instant | undefined;
  readonly pausedSince?: Instant | undefined;
}

function factsOf(state: DossierState): Facts | undefined {
  const due = state.beforeCorrection?.due ?? state.due;
  if (state.acceptedAt === undefined || !due || state.status === 'VOID') return undefined;
  return {
    due: due.dueAt,
    end: state.beforeCorrection?.finishedAt ?? state.finishedAt ?? state.endedAt,
    pausedSince: state.pauses.find((pause) => pause.to === undefined)?.from,
  };
}

function compare(due: Instant, end: Instant | undefined, now: Instant, isDone: boolean): Timeliness {
  const days = dayOf(end ?? now) - dayOf(due);
  if (!isDone) return days > 0 ? 'OPEN_LATE' : 'OPEN_IN_TIME';
  return days > 0 ? 'LATE' : days === 0 ? 'ON_TIME' : 'EARLY';
}

function dayOf(instant: Instant): number {
  return plainDateToDayNumber(instantToPlainDate(instant));
}

/**
 * A dossier as one period sees it: received in it or carried over, and how it stands at its end, by law and by the score. Counted is what this device knows today of
 * that period: promises and waits are those that held on its last day, and a dossier counts as finished on the day the work on it ended.
 * Invariant: a dossier of the period is either new or carried over, and has exactly one standing.
 */
import type { Instant } from '../kernel/instant.ts';
import { type LatenessFacts, lawTimeliness, scoreTimeliness, type Timeliness, waitedMs } from '../judgement/lateness.ts';
import type { DossierRow } from '../register/row.ts';
import { readTold, type Told } from '../register/told.ts';
import type { PeriodBounds } from './period.ts';

export interface Reported {
  readonly row: DossierRow;
  readonly told: Told;
  /** Undefined: it is none of the period's (not accepted yet, finished before, void). */
  readonly counted?: Counted | undefined;
}

export interface Counted {
  readonly isNew: boolean;
  readonly isOnline: boolean;
  /** By law: the one that II.06a shows. */
  readonly law: Timeliness;
  /** By the national score. */
  readonly score: Timeliness;
}

export function reportedIn(row: DossierRow, bounds: PeriodBounds): Reported {
  const told = readTold(row);
  return { row, told, counted: countedIn(row, told, bounds) };
}

function countedIn(row: DossierRow, told: Told, { starts, asOf }: PeriodBounds): Counted | undefined {
  const { acceptedAt } = row;
  if (acceptedAt === undefined || acceptedAt > asOf) return undefined;
  const closedAt = told.closedAt === undefined ? undefined : Math.max(told.closedAt, acceptedAt);
  if (closedAt !== undefined && closedAt < Math.min(starts, asOf)) return undefined;
  const facts = closedAt !== undefined && closedAt <= asOf ? row : openFacts(row, told, asOf);
  const law = lawTimeliness(facts, asOf);
  const score = scoreTimeliness(facts, asOf);
  if (law === undefined || score === undefined) return undefined;
  return { isNew: acceptedAt >= starts, isOnline: row.channel === 'ONLINE', law, score };
}

/** As it stood at `asOf`, open. Nothing of what came later is in it. */
function openFacts(row: DossierRow, { promises, waits }: Told, asOf: Instant): LatenessFacts {
  const { acceptedAt, status } = row;
  // What does not count now (a mistake) never counted.
  if (status === 'VOID' || status === 'REFUSED_INTAKE') return { status };
  const held = promises.findLast((one) => one.at <= asOf);
  const begun = waits.filter((one) => one.from <= asOf);
  const open = begun.find((one) => one.to === undefined || one.to > asOf);
  const past = begun.filter((one) => one.to !== undefined && one.to <= asOf);
  const waited = waitedMs(past, open?.from ?? asOf);
  const supplements = begun.filter((one) => one.kind === 'SUPPLEMENT').length;
  return {
    status: 'IN_PROCESS',
    acceptedAt,
    dueAt: held?.dueAt ?? row.dueAt,
    firstDueAt: row.firstDueAt ?? row.dueAt,
    ...(open === undefined ? {} : { waitingSince: open.from }),
    ...(waited === 0 ? {} : { waitedMs: waited }),
    ...(supplements === 0 ? {} : { supplements }),
  };
}

/**
 * The desk's queues (`register/queues.ts`) in the shape the index can keep: what depends on the row alone, and the instants between which the
 * rest falls. A test holds both forms together.
 */
import { type Calendar, workingDaysBetween } from '@onestop/shared/deadlines/calendar.ts';
import { openStatuses } from '@onestop/shared/dossier/evolve.ts';
import type { DossierStatus } from '@onestop/shared/dossier/state.ts';
import { civilToInstant, type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { addDays, type PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { QueueName } from '../../../contract/dossier-index.ts';

/** Queues whose membership depends on the row alone. */
export const steadyQueues = [
  'awaitingSupplement',
  'toReturn',
  'drafts',
  'inProcess',
  'contradictions',
] as const satisfies readonly QueueName[];
export type SteadyQueue = (typeof steadyQueues)[number];

export interface DueBorders {
  /** Start of today: an earlier due date is overdue. */
  readonly today: Instant;
  readonly tomorrow: Instant;
  /** Due from today until here (exclusive) is due soon. */
  readonly soonEnds: Instant;
}

export interface QueueRules {
  readonly queuesOf: (row: DossierRow) => readonly SteadyQueue[];
  /** The promise runs and can be missed: open, not paused, with a due date. */
  readonly isClockRunning: (row: DossierRow) => boolean;
  /** Whose civil day decides about "today". */
  readonly since: (row: DossierRow) => Instant;
  readonly borders: (now: Instant) => DueBorders;
}

const openSet: ReadonlySet<DossierStatus> = new Set(openStatuses);
const none: readonly SteadyQueue[] = [];
const inProcess: readonly SteadyQueue[] = ['inProcess'];
const awaiting: readonly SteadyQueue[] = ['awaitingSupplement', 'inProcess'];
const toReturn: readonly SteadyQueue[] = ['toReturn'];
const drafts: readonly SteadyQueue[] = ['drafts'];

/** `calendar` is asked at use: it arrives with the first exchange and may be replaced. */
export function createQueueRules(
  calendar: () => { readonly calendar: Calendar; readonly dueSoonWorkingDays: number } | undefined,
): QueueRules {
  let kept: { readonly date: PlainDate; readonly source: unknown; readonly borders: DueBorders } | undefined;
  return {
    queuesOf: (row) => {
      const queues = statusQueues(row);
      return row.contradictions > 0 ? [...queues, 'contradictions'] : queues;
    },
    isClockRunning: (row) => row.dueAt !== undefined && row.finishedAt === undefined && !row.paused && openSet.has(row.status),
    since: (row) => row.acceptedAt ?? row.openedAt,
    borders: (now) => {
      const date = instantToPlainDate(now);
      const source = calendar();
      if (kept?.date !== date || kept.source !== source?.calendar)
        kept = { date, source: source?.calendar, borders: bordersOf(date, source) };
      return kept.borders;
    },
  };
}

function statusQueues(row: DossierRow): readonly SteadyQueue[] {
  if (openSet.has(row.status)) return row.status === 'SUPPLEMENT_REQUESTED' ? awaiting : inProcess;
  if (row.status === 'RESULT_READY') return toReturn;
  return row.status === 'DRAFT' || row.status === 'SUBMITTED' ? drafts : none;
}

function bordersOf(date: PlainDate, source: { readonly calendar: Calendar; readonly dueSoonWorkingDays: number } | undefined): DueBorders {
  let soon = date;
  if (source !== undefined)
    while (workingDaysBetween(source.calendar, date, addDays(soon, 1)) <= source.dueSoonWorkingDays) soon = addDays(soon, 1);
  return { today: civilToInstant(date, 0), tomorrow: civilToInstant(addDays(date, 1), 0), soonEnds: civilToInstant(addDays(soon, 1), 0) };
}

export function queueBits(queues: readonly QueueName[]): number {
  let bits = 0;
  for (const queue of queues) {
    const place = (steadyQueues as readonly QueueName[]).indexOf(queue);
    if (place >= 0) bits |= 1 << place;
  }
  return bits;
}

/**
 * Which lists of the desk a row belongs to. What depends on the row alone can be kept by an index; the rest falls between the borders of a moment
 * (`judgement/lateness.ts`), so that 50,000 rows are sorted into lists without touching the calendar again.
 * - today: accepted (or, for a draft or a refusal, opened) on today's civil day
 * - dueSoon / overdue: what the clock says of the promise; the promised day after its hour is still "soon"
 * - dueToday: promised for today and not done, whatever came when
 * - dueAhead: due soon, and what is promised for the day it came
 * - awaitingSupplement: the citizen has to bring papers, asked after the acceptance or guided before it
 * - awaitingPayment, awaitingSignature: where the work stands; atDistrict: on its way up, there, or on its way down
 * - toReturn: the result waits at the desk
 * - inProcess: accepted and not finished, whoever has it
 * - toTell: the citizen has to be told of something, and nobody has yet
 * - contradictions: a person has to settle something
 * - toPrint: the office's printer was asked for a paper of it
 * - drafts: drafts and online submissions not answered yet; who was guided has his answer
 */
import type { Instant } from '../kernel/instant.ts';
import { openStatuses } from '../dossier/evolve.ts';
import type { DossierStatus, ProcessStep } from '../dossier/state.ts';
import { isClockRunning, isPromisedSameDay, type LatenessBorders } from '../judgement/lateness.ts';
import type { DossierRow } from './row.ts';

/** Queues whose membership depends on the row alone. */
export const steadyQueues = [
  'awaitingSupplement',
  'toReturn',
  'drafts',
  'inProcess',
  'contradictions',
  'toPrint',
  'awaitingPayment',
  'awaitingSignature',
  'atDistrict',
  'toTell',
] as const;
export type SteadyQueue = (typeof steadyQueues)[number];
export const timedQueues = ['today', 'dueToday', 'dueSoon', 'dueAhead', 'overdue'] as const;
export type TimedQueue = (typeof timedQueues)[number];

const openSet: ReadonlySet<DossierStatus> = new Set(openStatuses);
const none: readonly SteadyQueue[] = [];
const inProcess: readonly SteadyQueue[] = ['inProcess'];
const awaiting: readonly SteadyQueue[] = ['awaitingSupplement', 'inProcess'];
const payment: readonly SteadyQueue[] = ['awaitingPayment', 'inProcess'];
const signature: readonly SteadyQueue[] = ['awaitingSignature', 'inProcess'];
const district: readonly SteadyQueue[] = ['atDistrict', 'inProcess'];
const stepsUp: ReadonlySet<ProcessStep | undefined> = new Set(['IN_TRANSIT_UP', 'RECEIVED_UP', 'PROCESSING_UP', 'IN_TRANSIT_DOWN']);
const guided: readonly SteadyQueue[] = ['awaitingSupplement'];
const toReturn: readonly SteadyQueue[] = ['toReturn'];
const drafts: readonly SteadyQueue[] = ['drafts'];
const contradictions: readonly SteadyQueue[] = ['contradictions'];
const toPrint: readonly SteadyQueue[] = ['toPrint'];
const toTell: readonly SteadyQueue[] = ['toTell'];

export function steadyQueuesOf(row: DossierRow): readonly SteadyQueue[] {
  const queues = statusQueues(row);
  if (row.contradictions === 0 && row.printsWaiting === undefined && row.notice === undefined) return queues;
  return [
    ...queues,
    ...(row.contradictions > 0 ? contradictions : none),
    ...(row.printsWaiting === undefined ? none : toPrint),
    ...(row.notice === undefined ? none : toTell),
  ];
}

function statusQueues(row: DossierRow): readonly SteadyQueue[] {
  if (openSet.has(row.status)) return openQueues(row);
  if (row.status === 'RESULT_READY') return toReturn;
  if (row.guidedAt !== undefined && (row.status === 'DRAFT' || row.status === 'SUBMITTED')) return guided;
  return row.status === 'DRAFT' || row.status === 'SUBMITTED' ? drafts : none;
}

function openQueues({ status, step }: DossierRow): readonly SteadyQueue[] {
  if (status === 'SUPPLEMENT_REQUESTED') return awaiting;
  if (status === 'AWAITING_PAYMENT') return payment;
  if (step === 'AWAITING_SIGNATURE') return signature;
  return stepsUp.has(step) ? district : inProcess;
}

/** Whose civil day decides about "today". */
export function sinceOf(row: DossierRow): Instant {
  return row.acceptedAt ?? row.openedAt;
}

export function isInTimedQueue(queue: TimedQueue, row: DossierRow, borders: LatenessBorders): boolean {
  const { now, todayStarts, tomorrowStarts, soonEnds } = borders;
  if (queue === 'today') return sinceOf(row) >= todayStarts && sinceOf(row) < tomorrowStarts;
  const due = row.dueAt;
  if (due === undefined || !isClockRunning(row)) return false;
  if (queue === 'overdue') return due < todayStarts;
  if (queue === 'dueToday') return due >= todayStarts && due < tomorrowStarts;
  return due >= todayStarts && due < soonEnds && (queue === 'dueAhead' || now > due || !isPromisedSameDay(row));
}

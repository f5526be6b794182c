/**
 * A report counted a second way: from the events as they were written, one dossier at a time, by the names of what happened and by days as numbers. It shares nothing
 * with the fold, the rows or the report of the product; only reading an event whole is theirs.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';

export const questions = [
  'received',
  'receivedOnline',
  'receivedDirect',
  'carriedOver',
  'done',
  'doneEarly',
  'doneOnTime',
  'doneLate',
  'open',
  'openInTime',
  'openLate',
  'scoreInTime',
  'supplemented',
  'apologised',
  'refused',
  'refusedAtIntake',
  'withdrawn',
  'stopped',
  'voided',
] as const;
export type Question = (typeof questions)[number];

export interface Tally {
  readonly counts: Record<Question, number>;
  takenVnd: number;
  refundedVnd: number;
  readonly ratings: Record<string, number>;
}

export function emptyTally(): Tally {
  return { counts: Object.fromEntries(questions.map((one) => [one, 0])) as Tally['counts'], takenVnd: 0, refundedVnd: 0, ratings: {} };
}

const dayMs = 86_400_000;
const dayOf = (ms: number): number => Math.floor((ms + 7 * 3_600_000) / dayMs);

interface Wait {
  readonly from: number;
  to: number;
  readonly forPapers: boolean;
}

/** Data as they are read: their members are looked at by name. */
// oxlint-disable-next-line typescript/no-explicit-any -- the oracle takes nothing from the product, its types neither
type Data = Record<string, any>;

/** What happened, in the order it was done on one device, without what was taken back. */
function happened(events: readonly EventEnvelope[]): { readonly type: string; readonly at: number; readonly data: Data }[] {
  const all = events.map((event) => ({ event, data: (readEvent(event) as { readonly data: Data }).data }));
  const gone = new Set(all.flatMap(({ event, data }) => (event.type === 'LastActUndone' ? [data['event'].seq as number] : [])));
  return all.filter(({ event }) => !gone.has(event.seq)).map(({ event, data }) => ({ type: event.type, at: event.at, data }));
}

const ends = new Set(['DossierWithdrawn', 'DossierStopped', 'UnsupplementedClosed', 'DossierVoided', 'IntakeRefused']);
const newPromise = new Set([
  'DossierAccepted',
  'SupplementCompleted',
  'ApologyMade',
  'PromiseChanged',
  'PaymentMade',
  'ProcedureChanged',
  'ResultCorrectionOpened',
]);

class Life {
  accepted = Number.NaN;
  online = false;
  first = Number.NaN;
  readonly dues: { readonly at: number; readonly due: number }[] = [];
  readonly waits: Wait[] = [];
  /** Of the first result that stayed. */
  closed = Number.NaN;
  closedBy = '';
  dueAtClose = Number.NaN;
  corrected = false;
  voided = false;
  refusedAtIntake = Number.NaN;
  refusal = false;

  close(at: number, by: string): void {
    if (this.corrected && !ends.has(by)) return;
    if (!this.corrected) {
      this.closed = at;
      this.dueAtClose = this.dues.at(-1)?.due ?? Number.NaN;
    }
    this.closedBy = by;
    for (const wait of this.waits) if (Number.isNaN(wait.to)) wait.to = at;
  }
}

// oxlint-disable-next-line complexity -- one line for each thing that can happen
function live(events: ReturnType<typeof happened>): Life {
  const life = new Life();
  for (const { type, at, data } of events) {
    if (newPromise.has(type) && data['due']) life.dues.push({ at, due: data['due'].dueAt as number });
    if (type === 'DossierAccepted') {
      life.accepted = at;
      life.online = data['intake'].channel === 'ONLINE';
      life.first = data['due'].dueAt as number;
    }
    if (type === 'ProcedureChanged') life.first = data['due'].dueAt as number;
    if (type === 'SupplementRequested') life.waits.push({ from: at, to: Number.NaN, forPapers: true });
    if (type === 'PaymentRequired' && !data['clockRuns']) life.waits.push({ from: at, to: Number.NaN, forPapers: false });
    if (type === 'SupplementCompleted' || type === 'PaymentMade') for (const wait of life.waits) if (Number.isNaN(wait.to)) wait.to = at;
    if (type === 'DossierFinished' || type === 'RefusedAfterAppraisal') {
      life.close(at, type);
      life.refusal = type === 'RefusedAfterAppraisal' || data['result'].outcome === 'REFUSED';
    }
    if (ends.has(type)) {
      life.close(at, type);
      life.refusal = false;
      if (type === 'DossierVoided') life.voided = true;
      if (type === 'IntakeRefused') life.refusedAtIntake = at;
    }
    if (type === 'ResultReopened') {
      life.refusal = false;
      if (!life.corrected) life.closed = Number.NaN;
    }
    if (type === 'ResultCorrectionOpened') {
      life.corrected = true;
      life.refusal = false;
    }
  }
  return life;
}

/** Adds one dossier; `from` and `to` are days as numbers, both ends included, `now` the moment of counting. */
export function tally(into: Tally, events: readonly EventEnvelope[], from: number, to: number, now: number): void {
  const what = happened(events);
  const life = live(what);
  const last = Math.min(now, (to + 1) * dayMs - 7 * 3_600_000 - 1);
  const inside = (at: number): boolean => dayOf(at) >= from && at <= last;
  const yes = (question: Question, is: boolean): void => void (into.counts[question] += is ? 1 : 0);
  yes('voided', life.voided && inside(life.accepted));
  yes('refusedAtIntake', inside(life.refusedAtIntake));
  for (const { type, at, data } of what) {
    if (!inside(at)) continue;
    const paid = type === 'FeePaid' ? data : type === 'DossierAccepted' ? data['intake'].payment : data['payment'];
    if (paid) into.takenVnd += paid['amountVnd'] as number;
    if (type === 'FeeRefunded') into.refundedVnd += data['amountVnd'] as number;
  }
  const rated = what.find(({ type }) => type === 'CitizenRated');
  if (rated && inside(rated.at) && !life.voided) into.ratings[rated.data['score']] = (into.ratings[rated.data['score']] ?? 0) + 1;
  if (life.voided || Number.isNaN(life.accepted)) return;
  yes(
    'supplemented',
    what.some(({ type, at }) => type === 'SupplementRequested' && inside(at)),
  );
  yes(
    'apologised',
    what.some(({ type, at }) => type === 'ApologyMade' && inside(at)),
  );
  if (life.accepted > last || (life.closed <= last && dayOf(life.closed) < from)) return;
  standing(life, last, yes, inside);
  yes('received', true);
  const isNew = dayOf(life.accepted) >= from;
  yes('receivedOnline', isNew && life.online);
  yes('receivedDirect', isNew && !life.online);
  yes('carriedOver', !isNew);
}

function standing(life: Life, last: number, yes: (question: Question, is: boolean) => void, inside: (at: number) => boolean): void {
  const done = life.closed <= last;
  // Whoever lets a dossier go while it waits for him has ended the work by then.
  const letGo = done && ends.has(life.closedBy) && !life.corrected ? life.waits.find((wait) => wait.to === life.closed) : undefined;
  const waiting = done ? undefined : life.waits.find((wait) => wait.from <= last && !(wait.to <= last));
  const end = done ? (letGo?.from ?? life.closed) : (waiting?.from ?? last);
  const due = done ? life.dueAtClose : (life.dues.findLast(({ at }) => at <= last)?.due ?? Number.NaN);
  const [endDay, dueDay] = [dayOf(end), dayOf(due)];
  yes('done', done);
  yes('doneEarly', done && endDay < dueDay);
  yes('doneOnTime', done && endDay === dueDay);
  yes('doneLate', done && endDay > dueDay);
  yes('open', !done);
  yes('openInTime', !done && endDay <= dueDay);
  yes('openLate', !done && endDay > dueDay);
  yes('refused', done && life.refusal && inside(life.closed));
  yes('withdrawn', done && life.closedBy === 'DossierWithdrawn');
  yes('stopped', done && ['DossierStopped', 'UnsupplementedClosed'].includes(life.closedBy));
  const waited = life.waits
    .filter(({ from, to }) => from < end && to <= last && to > from)
    .reduce((sum, { from, to }) => sum + Math.min(to, end) - from, 0);
  const asked = life.waits.filter(({ from, forPapers }) => forPapers && (done || from <= last)).length;
  yes('scoreInTime', asked <= 1 && end - waited <= life.first);
}

/** Small pure steps that the events' `evolve` functions are made of. They are total: also forced (a settled contradiction) on a state that never expected them. */
import type { Instant } from '../kernel/instant.ts';
import type { OfficeId } from '../kernel/ids.ts';
import type { EventEnvelope } from './envelope.ts';
import type { Payment } from './fees.ts';
import type { ReturnedOriginal } from './papers.ts';
import type { Recipient } from './recipient.ts';
import type { DossierState, DossierStatus, Handover, PaperNumber, Pause } from './state.ts';

type Stamp = Omit<EventEnvelope, 'data'>;

/** The empty dossier that its first event opens. */
export function openDossier(event: Stamp): DossierState {
  return {
    id: event.dossier,
    office: event.office,
    offices: [event.office],
    status: 'DRAFT',
    openedAt: event.at,
    promises: [],
    pauses: [],
    supplementCount: 0,
    apologyCount: 0,
    handovers: [],
    payments: [],
    refunds: [],
    returnedOriginals: [],
    contradictions: [],
    undone: [],
    settlements: [],
    links: [],
    unknownEvents: [],
    heads: [],
    lastAt: event.at,
  };
}

export function statusIn(state: DossierState | undefined, ...statuses: readonly DossierStatus[]): state is DossierState {
  return state !== undefined && statuses.includes(state.status);
}

/** Accepted and not finished, refused, withdrawn, stopped or void. */
export const openStatuses = [
  'ACCEPTED',
  'IN_PROCESS',
  'AT_DISTRICT',
  'SUPPLEMENT_REQUESTED',
  'AWAITING_PAYMENT',
] as const satisfies readonly DossierStatus[];

/** Whether a dossier can still be accepted: not yet there, a draft, or submitted online. */
export function beforeIntake(state: DossierState | undefined): boolean {
  return state === undefined || statusIn(state, 'DRAFT', 'SUBMITTED');
}

export function closePauses(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses.some((pause) => pause.to === undefined)
    ? pauses.map((pause) => (pause.to === undefined ? { ...pause, to: Math.max(at, pause.from) } : pause))
    : pauses;
}

interface HandedTo {
  readonly office: OfficeId;
  readonly to?: Recipient | undefined;
  readonly stepDue?: Instant | undefined;
  readonly list?: PaperNumber | undefined;
  readonly controlSlip?: PaperNumber | undefined;
  readonly note?: string | undefined;
}

/** A row of the control slip, and the one who has the file from now on. */
export function handOver(
  state: DossierState,
  event: Stamp,
  { office, to, stepDue, list, controlSlip, note }: HandedTo,
): Pick<DossierState, 'handovers' | 'holder' | 'controlSlip'> {
  const limit = { ...(to === undefined ? {} : { to }), ...(stepDue === undefined ? {} : { stepDue }) };
  const handover: Handover = {
    at: event.at,
    by: event.actor,
    fromOffice: event.office,
    toOffice: office,
    ...limit,
    ...(list === undefined ? {} : { list }),
    ...(note === undefined ? {} : { note }),
  };
  const slip = state.controlSlip ?? controlSlip;
  return {
    handovers: [...state.handovers, handover],
    holder: { office, since: event.at, ...limit },
    ...(slip === undefined ? {} : { controlSlip: slip }),
  };
}

/** The receiver has the file in his hands. */
export function acknowledge(state: DossierState, event: Stamp): Pick<DossierState, 'handovers'> {
  const last = state.handovers.at(-1);
  if (!last || last.acknowledged) return { handovers: state.handovers };
  return { handovers: [...state.handovers.slice(0, -1), { ...last, acknowledged: { at: event.at, by: event.actor } }] };
}

/** Back at the desk of the office that opened the dossier. */
export function atHomeDesk(state: DossierState, event: Stamp): Pick<DossierState, 'holder'> {
  return { holder: { office: state.office, since: event.at } };
}

/** Where a pause ends: with whoever has the file; where it was never handed over, at the desk that accepted it. */
export function resumedStatus(state: DossierState): DossierStatus {
  if (state.holder !== undefined && state.holder.office !== state.office) return 'AT_DISTRICT';
  return state.step === undefined ? 'ACCEPTED' : 'IN_PROCESS';
}

/** Ends the dossier without a result of its own. */
export function end(state: DossierState, event: Stamp, status: DossierStatus, endReason: string): DossierState {
  return {
    ...state,
    ...atHomeDesk(state, event),
    status,
    step: undefined,
    endReason,
    endedAs: status,
    endedAt: event.at,
    pauses: closePauses(state.pauses, event.at),
    result: undefined,
    lateReason: undefined,
    finishedAt: undefined,
    returned: undefined,
  };
}

/** A payment beside those before it. */
export function pay(state: DossierState, event: Stamp, payment: Payment | undefined): Pick<DossierState, 'payments'> {
  return { payments: payment === undefined ? state.payments : [...state.payments, { at: event.at, by: event.actor, ...payment }] };
}

/** Originals that went back to the citizen with the result. */
export function giveBack(
  state: DossierState,
  event: Stamp,
  originals: readonly ReturnedOriginal[] | undefined,
): Pick<DossierState, 'returnedOriginals'> {
  const marks = (originals ?? []).map((one) => ({ at: event.at, by: event.actor, ...one }));
  return { returnedOriginals: marks.length === 0 ? state.returnedOriginals : [...state.returnedOriginals, ...marks] };
}

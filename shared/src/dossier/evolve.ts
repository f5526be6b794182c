/** Small pure steps that the events' `evolve` functions are made of. They are total: also forced (a settled contradiction) on a state that never expected them. */
import type { Instant } from '../kernel/instant.ts';
import type { EventEnvelope } from './envelope.ts';
import type { DossierState, DossierStatus, Handover, PaperTick, Pause } from './state.ts';

type Stamp = Omit<EventEnvelope, 'data'>;

/** The empty dossier that its first event opens. */
export function openDossier(event: Stamp): DossierState {
  return {
    id: event.dossier,
    office: event.office,
    offices: [event.office],
    status: 'DRAFT',
    openedAt: event.at,
    pauses: [],
    supplementCount: 0,
    apologyCount: 0,
    handovers: [],
    feePaidVnd: 0,
    contradictions: [],
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

export function handOver(
  state: DossierState,
  event: Stamp,
  toOffice: DossierState['office'],
  to?: string,
  note?: string,
): Pick<DossierState, 'handovers' | 'offices'> {
  const handover: Handover = {
    at: event.at,
    by: event.actor,
    fromOffice: event.office,
    toOffice,
    ...(to === undefined ? {} : { to }),
    ...(note === undefined ? {} : { note }),
  };
  return {
    handovers: [...state.handovers, handover],
    offices: state.offices.includes(toOffice) ? state.offices : [...state.offices, toOffice],
  };
}

/** Where a pause ends: back to the district if it was there, else to the commune's specialist. */
export function resumedStatus(state: DossierState): DossierStatus {
  const { step } = state;
  return step === 'IN_TRANSIT_UP' || step === 'RECEIVED_UP' || step === 'PROCESSING_UP' || step === 'IN_TRANSIT_DOWN'
    ? 'AT_DISTRICT'
    : 'IN_PROCESS';
}

/** Ends the dossier without a result of its own. */
export function end(state: DossierState, event: Stamp, status: DossierStatus, endReason: string): DossierState {
  return {
    ...state,
    status,
    step: undefined,
    endReason,
    endedAt: event.at,
    pauses: closePauses(state.pauses, event.at),
    result: undefined,
    finishedAt: undefined,
    returned: undefined,
  };
}

/** Ticks brought later replace the rows of the same component; others are added. */
export function mergePapers(papers: readonly PaperTick[], brought: readonly PaperTick[]): readonly PaperTick[] {
  const same = (a: PaperTick, b: PaperTick) =>
    a.component === undefined ? b.component === undefined && a.name === b.name : a.component === b.component;
  return [...papers.filter((old) => !brought.some((tick) => same(old, tick))), ...brought];
}

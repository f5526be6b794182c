/**
 * What law and practice allow in which state (domain §5.2): one predicate per question, asked by the guard of the event and by the command's button alike.
 */
import { openStatuses, statusIn } from './evolve.ts';
import type { DossierState, ProcessStep } from './state.ts';

type Maybe = DossierState | undefined;

function isAt(state: Maybe, ...steps: readonly ProcessStep[]): boolean {
  return state?.step !== undefined && steps.includes(state.step);
}

/** On the road between commune and district: nobody can work on it. */
function isInTransit(state: Maybe): boolean {
  return isAt(state, 'IN_TRANSIT_UP', 'IN_TRANSIT_DOWN');
}

/** The leader has signed, or a decision was issued before: what follows corrects the agency's own fault (Đ21, Đ23.1). */
function isDecided(state: Maybe): boolean {
  return isAt(state, 'SIGNED_NUMBERING') || state?.beforeCorrection !== undefined;
}

/** In somebody's hands, at the commune or at the district. */
export function isWorkedOn(state: Maybe): boolean {
  return statusIn(state, 'IN_PROCESS', 'AT_DISTRICT') && !isInTransit(state);
}

/** From the desk, for the first time or after it was handed back. */
export function mayForward(state: Maybe): boolean {
  return statusIn(state, 'ACCEPTED') || (statusIn(state, 'IN_PROCESS') && isAt(state, 'AT_DESK'));
}

export function mayForwardUp(state: Maybe): boolean {
  return statusIn(state, 'ACCEPTED') || (statusIn(state, 'IN_PROCESS') && !isAt(state, 'SIGNED_NUMBERING'));
}

/** To whom it was given has not confirmed yet that he has it; a transfer up has an acknowledgement of its own. */
export function mayAcknowledgeHandover(state: Maybe): boolean {
  const last = state?.handovers.at(-1);
  return isWorkedOn(state) && last !== undefined && last.acknowledged === undefined;
}

/** From whoever works on it to the desk that gave it to him, while nothing is signed. */
export function mayHandBack(state: Maybe): boolean {
  return isWorkedOn(state) && isAt(state, 'AT_SPECIALIST', 'PROCESSING_UP');
}

export function mayReassign(state: Maybe): boolean {
  return mayHandBack(state) || (isWorkedOn(state) && isAt(state, 'VERIFYING', 'CONSULTING'));
}

/** More papers or a payment from the citizen: while nothing is decided and the file is in somebody's hands (rows 6 and 9). */
export function mayAskCitizen(state: Maybe): boolean {
  return (statusIn(state, 'ACCEPTED') || isWorkedOn(state)) && !isDecided(state);
}

/** A transfer up is sent back as long as no result is on its way down; also where the paper never came (row 11). */
export function maySendBackUp(state: Maybe): boolean {
  return statusIn(state, 'AT_DISTRICT') && !isAt(state, 'IN_TRANSIT_DOWN');
}

/** Only who has the paper can send its result (row 12). */
export function maySendDown(state: Maybe): boolean {
  return statusIn(state, 'AT_DISTRICT') && !isInTransit(state);
}

/** The draft of the result goes to the leader (row 13), at the office that works on it. */
export function mayAskSignature(state: Maybe): boolean {
  return isWorkedOn(state) && !isAt(state, 'AWAITING_SIGNATURE', 'SIGNED_NUMBERING');
}

export function awaitsSignature(state: Maybe): boolean {
  return isWorkedOn(state) && isAt(state, 'AWAITING_SIGNATURE');
}

/** Once: a second number is a contradiction. */
export function awaitsNumber(state: Maybe): boolean {
  return isWorkedOn(state) && isAt(state, 'SIGNED_NUMBERING') && state?.result?.number === undefined;
}

export function mayRefuseAfterAppraisal(state: Maybe): boolean {
  return statusIn(state, 'IN_PROCESS') && !isDecided(state);
}

/** Not where the result is already on its way: it is late by the road, not by the work. */
export function mayApologise(state: Maybe): boolean {
  return statusIn(state, 'ACCEPTED', 'IN_PROCESS', 'AT_DISTRICT') && !isAt(state, 'IN_TRANSIT_DOWN');
}

/** Until the decision is issued (Đ21). */
export function mayWithdraw(state: Maybe): boolean {
  return statusIn(state, ...openStatuses) && state?.result === undefined && !isDecided(state);
}

export function mayStop(state: Maybe): boolean {
  return statusIn(state, ...openStatuses) && !isAt(state, 'IN_TRANSIT_DOWN');
}

/** Also straight from the district's result, where the citizen takes it before the desk wrote that it came. */
export function mayReturn(state: Maybe): boolean {
  return statusIn(state, 'RESULT_READY', 'AT_DISTRICT') && (state.status === 'RESULT_READY' || state.result !== undefined);
}

/** Given to the post, and nobody said yet that it arrived. */
export function awaitsDelivery(state: Maybe): boolean {
  return statusIn(state, 'RETURNED') && state.returned?.channel === 'POST' && state.returned.delivered === undefined;
}

/**
 * An entry made in error (row 25), also after it was forwarded or a copy certified on the spot was handed out, where most errors are seen; not once a
 * leader signed or the district has the paper. The day is the command's business.
 */
export function mayVoid(state: Maybe): boolean {
  if (state === undefined) return false;
  if (statusIn(state, 'DRAFT', 'ACCEPTED', 'SUPPLEMENT_REQUESTED', 'AWAITING_PAYMENT', 'RESULT_READY', 'RETURNED'))
    return state?.beforeCorrection === undefined;
  if (statusIn(state, 'AT_DISTRICT')) return isAt(state, 'IN_TRANSIT_UP');
  return statusIn(state, 'IN_PROCESS') && !isDecided(state);
}

/**
 * What law and practice allow in which state (domain §5.2): one predicate per question, asked by the guard of the event and by the command's button alike.
 */
import { civilToInstant, type Instant, instantToPlainDate } from '../kernel/instant.ts';
import { addDays } from '../kernel/plain-date.ts';
import { openStatuses, statusIn } from './evolve.ts';
import type { Refusal } from './refusals.ts';
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

/** To whom it was given has it and has not confirmed it yet; a transfer up has an acknowledgement of its own. */
export function mayAcknowledgeHandover(state: Maybe): boolean {
  const last = state?.handovers.at(-1);
  // Gone on since, to the leader or back to the desk with its result: nobody can confirm it any more.
  return isWorkedOn(state) && last !== undefined && last.acknowledged === undefined && state?.holder?.since === last.at;
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

/** A transfer up is sent back as long as no leader signed there and no result is on its way down; also where the paper never came (row 11). */
export function maySendBackUp(state: Maybe): boolean {
  return statusIn(state, 'AT_DISTRICT') && !isAt(state, 'SIGNED_NUMBERING', 'IN_TRANSIT_DOWN');
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

/** Once (Đ19.6). */
export function apologyRefusal({ apologyCount }: DossierState): Refusal | undefined {
  return apologyCount > 0 ? { code: 'dossier/apology-already-made' } : undefined;
}

/** Until the decision is issued (Đ21). */
export function mayWithdraw(state: Maybe): boolean {
  return statusIn(state, ...openStatuses) && state?.result === undefined && !isDecided(state);
}

/** Until the decision is issued; a correction is owed and cannot be stopped (Đ23.1). */
export function mayStop(state: Maybe): boolean {
  return statusIn(state, ...openStatuses) && state?.result === undefined && state.beforeCorrection === undefined;
}

/** Also straight from the district's result, where the citizen takes it before the desk wrote that it came. */
export function mayReturn(state: Maybe): boolean {
  return statusIn(state, 'RESULT_READY', 'AT_DISTRICT') && (state.status === 'RESULT_READY' || state.result !== undefined);
}

/** The agency's error may be found long after the file was archived: the duty to correct has no end (row 23, Đ23.1). */
export function mayCorrectResult(state: Maybe): boolean {
  return statusIn(state, 'RETURNED', 'ARCHIVED') && state.returned !== undefined;
}

/** As long as a result is awaited or waits at the desk. */
export function mayChangeReturnChannel(state: Maybe): boolean {
  return statusIn(state, ...openStatuses, 'RESULT_READY');
}

/** The newest act, where it can be taken back; whose it is, is the command's to ask. */
export function mayUndo(state: Maybe): boolean {
  return state?.lastAct !== undefined;
}

/** Given to the post, and nobody said yet that it arrived. */
export function awaitsDelivery(state: Maybe): boolean {
  return statusIn(state, 'RETURNED') && state.returned?.channel === 'POST' && state.returned.delivered === undefined;
}

/**
 * An entry made in error (row 25), also after it was forwarded or a copy certified on the spot was handed out, where most errors are seen; not once a
 * leader signed or the district has the paper or gave the result. The day is asked by `voidRefusal`.
 */
export function mayVoid(state: Maybe): boolean {
  if (state === undefined || state.signedBy !== undefined || isDecided(state)) return false;
  if (state.status === 'AT_DISTRICT') return isAt(state, 'IN_TRANSIT_UP');
  return statusIn(state, 'DRAFT', ...openStatuses, 'RESULT_READY', 'RETURNED') && !isDistricts(state);
}

/** The district has the paper, or the result came from there. */
function isDistricts({ office, holder, finishedAt, handovers }: DossierState): boolean {
  if (holder !== undefined && holder.office !== office) return true;
  const last = handovers.at(-1);
  return finishedAt !== undefined && last !== undefined && (last.fromOffice !== office || last.toOffice !== office);
}

/** Only on the civil day of its acceptance (row 25): later it is withdrawn, stopped or refused. */
export function voidRefusal({ acceptedAt }: DossierState, at: Instant): Refusal | undefined {
  if (acceptedAt === undefined || instantToPlainDate(at) === instantToPlainDate(acceptedAt)) return undefined;
  return { code: 'dossier/void-not-same-day', acceptedAt };
}

/** Only after the last day that the slip named, which belongs to the citizen in full (row 8). */
export function closingRefusal({ pauses }: DossierState, at: Instant): Refusal | undefined {
  const bringBy = pauses.findLast((pause) => pause.kind === 'SUPPLEMENT' && pause.to === undefined)?.bringBy;
  const from = bringBy === undefined ? at : civilToInstant(addDays(bringBy, 1), 0);
  return at < from ? { code: 'dossier/too-early', from } : undefined;
}

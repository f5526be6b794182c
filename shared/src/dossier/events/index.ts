/**
 * The registry: the only list of event types. An event that is not here does not exist for this build (it is kept, not understood).
 * A changed shape is a new `version` with an upcast in the event's file, never an edit of an old one (golden files hold them).
 */
import type { EventFacts, EventWith, Schema } from '../define-event.ts';
import type { Usual } from '../sparse.ts';
import type { DossierState } from '../state.ts';
import { apologyMade } from './apology-made.ts';
import { citizenGuided } from './citizen-guided.ts';
import { contactCorrected } from './contact-corrected.ts';
import { noteAdded } from './note-added.ts';
import { contradictionReopened } from './contradiction-reopened.ts';
import { contradictionSettled } from './contradiction-settled.ts';
import { dossierAccepted } from './dossier-accepted.ts';
import { dossierArchived } from './dossier-archived.ts';
import { dossierDrafted } from './dossier-drafted.ts';
import { dossierFinished } from './dossier-finished.ts';
import { dossierForwarded } from './dossier-forwarded.ts';
import { dossierForwardedUp } from './dossier-forwarded-up.ts';
import { dossierStopped } from './dossier-stopped.ts';
import { dossierSubmittedOnline } from './dossier-submitted-online.ts';
import { dossierViewed } from './dossier-viewed.ts';
import { dossierVoided } from './dossier-voided.ts';
import { dossierWithdrawn } from './dossier-withdrawn.ts';
import { feePaid } from './fee-paid.ts';
import { intakeRefused } from './intake-refused.ts';
import { paymentMade } from './payment-made.ts';
import { paymentRequired } from './payment-required.ts';
import { refusedAfterAppraisal } from './refused-after-appraisal.ts';
import { resultCorrectionOpened } from './result-correction-opened.ts';
import { resultNumbered } from './result-numbered.ts';
import { resultPosted } from './result-posted.ts';
import { resultReturned } from './result-returned.ts';
import { resultSentDown } from './result-sent-down.ts';
import { resultSigned } from './result-signed.ts';
import { reworkRequested } from './rework-requested.ts';
import { signatureRequested } from './signature-requested.ts';
import { supplementCompleted } from './supplement-completed.ts';
import { supplementRequested } from './supplement-requested.ts';
import { uncollectedReminded } from './uncollected-reminded.ts';
import { unsupplementedClosed } from './unsupplemented-closed.ts';
import { upTransferAcknowledged } from './up-transfer-acknowledged.ts';
import { upTransferProcessing } from './up-transfer-processing.ts';
import { upTransferSentBack } from './up-transfer-sent-back.ts';
import { handoverAcknowledged } from './handover-acknowledged.ts';
import { handedBack } from './handed-back.ts';
import { reassigned } from './reassigned.ts';
import { resultReopened } from './result-reopened.ts';
import { postDelivered } from './post-delivered.ts';
import { postCameBack } from './post-came-back.ts';
import { feeAssessed } from './fee-assessed.ts';
import { feeRefunded } from './fee-refunded.ts';
import { returnChannelChanged } from './return-channel-changed.ts';
import { identityCorrected } from './identity-corrected.ts';
import { formPrinted } from './form-printed.ts';
import { printCancelled } from './print-cancelled.ts';
import { printRequested } from './print-requested.ts';
import { printTaken } from './print-taken.ts';
import { fileAttached } from './file-attached.ts';
import { citizenTold } from './citizen-told.ts';
import { citizenRated } from './citizen-rated.ts';
import { complaintReceived } from './complaint-received.ts';
import { dossierLinked } from './dossier-linked.ts';
import { papersAdded } from './papers-added.ts';
import { promiseChanged } from './promise-changed.ts';
import { verificationSent } from './verification-sent.ts';
import { verificationAnswered } from './verification-answered.ts';
import { procedureChanged } from './procedure-changed.ts';
import { lastActUndone } from './last-act-undone.ts';

/** What the fold needs of a definition, with the data's type erased. Data reaches it only through the schema at the edge, hence `never` here. */
export interface FoldableEvent extends EventFacts<never> {
  readonly type: string;
  readonly version: number;
  readonly schema: Schema<unknown>;
  readonly usual?: Usual;
  readonly upcasts: readonly ((data: Record<string, unknown>) => Record<string, unknown>)[];
  readonly allowed: (state: DossierState | undefined, event: EventWith<never>) => boolean;
  readonly evolve: (state: DossierState | undefined, event: EventWith<never>) => DossierState;
}

export const eventDefinitions = {
  DossierDrafted: dossierDrafted,
  CitizenGuided: citizenGuided,
  DossierSubmittedOnline: dossierSubmittedOnline,
  IntakeRefused: intakeRefused,
  DossierAccepted: dossierAccepted,
  DossierForwarded: dossierForwarded,
  SupplementRequested: supplementRequested,
  SupplementCompleted: supplementCompleted,
  UnsupplementedClosed: unsupplementedClosed,
  PaymentRequired: paymentRequired,
  PaymentMade: paymentMade,
  FeePaid: feePaid,
  DossierForwardedUp: dossierForwardedUp,
  UpTransferAcknowledged: upTransferAcknowledged,
  UpTransferProcessing: upTransferProcessing,
  UpTransferSentBack: upTransferSentBack,
  ResultSentDown: resultSentDown,
  SignatureRequested: signatureRequested,
  ResultSigned: resultSigned,
  ResultNumbered: resultNumbered,
  ReworkRequested: reworkRequested,
  RefusedAfterAppraisal: refusedAfterAppraisal,
  ApologyMade: apologyMade,
  DossierWithdrawn: dossierWithdrawn,
  DossierStopped: dossierStopped,
  DossierFinished: dossierFinished,
  ResultReturned: resultReturned,
  ResultPosted: resultPosted,
  UncollectedReminded: uncollectedReminded,
  CitizenTold: citizenTold,
  ResultCorrectionOpened: resultCorrectionOpened,
  DossierArchived: dossierArchived,
  DossierVoided: dossierVoided,
  ContradictionSettled: contradictionSettled,
  ContradictionReopened: contradictionReopened,
  DossierViewed: dossierViewed,
  ContactCorrected: contactCorrected,
  NoteAdded: noteAdded,
  HandoverAcknowledged: handoverAcknowledged,
  HandedBack: handedBack,
  Reassigned: reassigned,
  ResultReopened: resultReopened,
  PostDelivered: postDelivered,
  PostCameBack: postCameBack,
  FeeAssessed: feeAssessed,
  FeeRefunded: feeRefunded,
  ReturnChannelChanged: returnChannelChanged,
  IdentityCorrected: identityCorrected,
  FormPrinted: formPrinted,
  PrintRequested: printRequested,
  PrintTaken: printTaken,
  PrintCancelled: printCancelled,
  FileAttached: fileAttached,
  CitizenRated: citizenRated,
  ComplaintReceived: complaintReceived,
  DossierLinked: dossierLinked,
  PapersAdded: papersAdded,
  PromiseChanged: promiseChanged,
  VerificationSent: verificationSent,
  VerificationAnswered: verificationAnswered,
  LastActUndone: lastActUndone,
  ProcedureChanged: procedureChanged,
} as const satisfies Record<string, FoldableEvent>;

export type DossierEventType = keyof typeof eventDefinitions;

/** The data of one event type, as its schema gives it. */
export type EventData<T extends DossierEventType> = (typeof eventDefinitions)[T] extends { readonly schema: Schema<infer D> } ? D : never;

const byType: ReadonlyMap<string, FoldableEvent> = new Map(Object.entries(eventDefinitions));

export const dossierEventTypes = Object.keys(eventDefinitions) as readonly DossierEventType[];

export function isDossierEventType(type: string): type is DossierEventType {
  return byType.has(type);
}

export function findEventDefinition(type: string): FoldableEvent | undefined {
  return byType.get(type);
}

/**
 * The registry of acts: every command, with its screen or the place where it is done instead; a command that is not named here does not compile.
 * The acts of the dossier page are offered in this order; what is done in the day while the citizen waits (`acceptAndFinish`) is the intake desk's F10.
 */
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierAct } from './act.ts';
import { acceptAct } from './accept.tsx';
import { acknowledgeHandoverAct } from './acknowledge-handover.tsx';
import { acknowledgeUpAct } from './acknowledge-up.tsx';
import { addNoteAct } from './add-note.tsx';
import { addPapersAct } from './add-papers.tsx';
import { apologiseAct } from './apologise.tsx';
import { archiveAct } from './archive.tsx';
import { assessFeeAct } from './assess-fee.tsx';
import { attachFileAct } from './attach-file.tsx';
import { changeProcedureAct } from './change-procedure.tsx';
import { changePromiseAct } from './change-promise.tsx';
import { changeReturnChannelAct } from './change-return-channel.tsx';
import { closeUnsupplementedAct } from './close-unsupplemented.tsx';
import { completeSupplementAct } from './complete-supplement.tsx';
import { correctContactAct } from './correct-contact.tsx';
import { correctIdentityAct } from './correct-identity.tsx';
import { correctResultAct } from './correct-result.tsx';
import { finishAct } from './finish.tsx';
import { forwardAct } from './forward.tsx';
import { forwardUpAct } from './forward-up.tsx';
import { handBackAct } from './hand-back.tsx';
import { linkDossierAct } from './link-dossier.tsx';
import { numberAct } from './number.tsx';
import { payFeeAct } from './pay-fee.tsx';
import { processUpAct } from './process-up.tsx';
import { reassignAct } from './reassign.tsx';
import { recordComplaintAct } from './record-complaint.tsx';
import { recordPaymentAct } from './record-payment.tsx';
import { recordPostCameBackAct } from './record-post-came-back.tsx';
import { recordPostDeliveryAct } from './record-post-delivery.tsx';
import { recordVerificationAct } from './record-verification.tsx';
import { refundFeeAct } from './refund-fee.tsx';
import { refuseAfterAppraisalAct } from './refuse-after-appraisal.tsx';
import { refuseIntakeAct } from './refuse-intake.tsx';
import { remindUncollectedAct } from './remind-uncollected.tsx';
import { reopenResultAct } from './reopen-result.tsx';
import { requestSupplementAct } from './request-supplement.tsx';
import { requirePaymentAct } from './require-payment.tsx';
import { returnByPostAct } from './return-by-post.tsx';
import { returnForReworkAct } from './return-for-rework.tsx';
import { returnResultAct } from './return-result.tsx';
import { sendBackUpAct } from './send-back-up.tsx';
import { sendResultDownAct } from './send-result-down.tsx';
import { sendVerificationAct } from './send-verification.tsx';
import { signAct } from './sign.tsx';
import { stopAct } from './stop.tsx';
import { submitForSignatureAct } from './submit-for-signature.tsx';
import { undoLastActAct } from './undo-last-act.tsx';
import { voidDossierAct } from './void-dossier.tsx';
import { withdrawAct } from './withdraw.tsx';

type Elsewhere =
  | 'the print queue'
  | 'the page of notices'
  | 'the citizen’s page'
  | 'the intake desk'
  | 'the contradiction card'
  | 'recorded by itself'
  | 'no screen yet';

const acts = {
  accept: acceptAct,
  completeSupplement: completeSupplementAct,
  closeUnsupplemented: closeUnsupplementedAct,
  returnByPost: returnByPostAct,
  returnResult: returnResultAct,
  recordPayment: recordPaymentAct,
  sign: signAct,
  returnForRework: returnForReworkAct,
  number: numberAct,
  recordPostDelivery: recordPostDeliveryAct,
  recordPostCameBack: recordPostCameBackAct,
  acknowledgeUp: acknowledgeUpAct,
  processUp: processUpAct,
  sendResultDown: sendResultDownAct,
  sendBackUp: sendBackUpAct,
  forwardUp: forwardUpAct,
  forward: forwardAct,
  recordVerification: recordVerificationAct,
  finish: finishAct,
  sendVerification: sendVerificationAct,
  requestSupplement: requestSupplementAct,
  remindUncollected: remindUncollectedAct,
  archive: archiveAct,
  correctResult: correctResultAct,
  reopenResult: reopenResultAct,
  addPapers: addPapersAct,
  attachFile: attachFileAct,
  changeProcedure: changeProcedureAct,
  changeReturnChannel: changeReturnChannelAct,
  correctContact: correctContactAct,
  correctIdentity: correctIdentityAct,
  recordComplaint: recordComplaintAct,
  linkDossier: linkDossierAct,
  undoLastAct: undoLastActAct,
  apologise: apologiseAct,
  changePromise: changePromiseAct,
  acknowledgeHandover: acknowledgeHandoverAct,
  submitForSignature: submitForSignatureAct,
  reassign: reassignAct,
  handBack: handBackAct,
  requirePayment: requirePaymentAct,
  payFee: payFeeAct,
  assessFee: assessFeeAct,
  refundFee: refundFeeAct,
  addNote: addNoteAct,
  refuseAfterAppraisal: refuseAfterAppraisalAct,
  withdraw: withdrawAct,
  stop: stopAct,
  refuseIntake: refuseIntakeAct,
  voidDossier: voidDossierAct,

  acceptAndFinish: 'the intake desk',
  draft: 'the intake desk',
  guide: 'the intake desk',
  settleContradiction: 'the contradiction card',
  reopenContradiction: 'the contradiction card',
  tellCitizen: 'the page of notices',
  recordPrint: 'recorded by itself',
  requestPrint: 'the print queue',
  takePrint: 'the print queue',
  cancelPrint: 'the print queue',
  viewDossier: 'recorded by itself',

  submitOnline: 'no screen yet',
  recordRating: 'the citizen’s page',
} as const satisfies { readonly [C in CommandName]: DossierAct<C> | Elsewhere };

export const dossierActs: readonly DossierAct[] = Object.values(acts).filter((act) => typeof act !== 'string');

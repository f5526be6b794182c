/**
 * The registry of acts: every command, with its screen or the place where it is done instead; a command that is not named here does not compile.
 * The acts of the dossier page are offered in this order; what is done in the day while the citizen waits (`acceptAndFinish`) is the intake desk's F10.
 */
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { acceptAct } from './accept.tsx';
import { acknowledgeUpAct } from './acknowledge-up.tsx';
import type { DossierAct } from './act.ts';
import { addNoteAct } from './add-note.tsx';
import { addPapersAct } from './add-papers.tsx';
import { archiveAct } from './archive.tsx';
import { changeReturnChannelAct } from './change-return-channel.tsx';
import { correctContactAct } from './correct-contact.tsx';
import { correctIdentityAct } from './correct-identity.tsx';
import { correctResultAct } from './correct-result.tsx';
import { finishAct } from './finish.tsx';
import { forwardUpAct } from './forward-up.tsx';
import { forwardAct } from './forward.tsx';
import { linkDossierAct } from './link-dossier.tsx';
import { processUpAct } from './process-up.tsx';
import { recordComplaintAct } from './record-complaint.tsx';
import { recordPostCameBackAct } from './record-post-came-back.tsx';
import { recordPostDeliveryAct } from './record-post-delivery.tsx';
import { recordVerificationAct } from './record-verification.tsx';
import { remindUncollectedAct } from './remind-uncollected.tsx';
import { reopenResultAct } from './reopen-result.tsx';
import { requestSupplementAct } from './request-supplement.tsx';
import { returnByPostAct } from './return-by-post.tsx';
import { returnResultAct } from './return-result.tsx';
import { sendBackUpAct } from './send-back-up.tsx';
import { sendResultDownAct } from './send-result-down.tsx';
import { sendVerificationAct } from './send-verification.tsx';
import { voidDossierAct } from './void-dossier.tsx';

type Elsewhere = 'the intake desk' | 'the contradiction card' | 'recorded by itself' | 'no screen yet';

const acts = {
  accept: acceptAct,
  returnByPost: returnByPostAct,
  returnResult: returnResultAct,
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
  changeReturnChannel: changeReturnChannelAct,
  correctContact: correctContactAct,
  correctIdentity: correctIdentityAct,
  recordComplaint: recordComplaintAct,
  linkDossier: linkDossierAct,
  addNote: addNoteAct,
  voidDossier: voidDossierAct,

  acceptAndFinish: 'the intake desk',
  draft: 'the intake desk',
  guide: 'the intake desk',
  settleContradiction: 'the contradiction card',
  reopenContradiction: 'the contradiction card',
  recordPrint: 'recorded by itself',
  viewDossier: 'recorded by itself',

  apologise: 'no screen yet',
  closeUnsupplemented: 'no screen yet',
  completeSupplement: 'no screen yet',
  number: 'no screen yet',
  payFee: 'no screen yet',
  recordPayment: 'no screen yet',
  refuseAfterAppraisal: 'no screen yet',
  refuseIntake: 'no screen yet',
  requirePayment: 'no screen yet',
  returnForRework: 'no screen yet',
  sign: 'no screen yet',
  stop: 'no screen yet',
  submitForSignature: 'no screen yet',
  submitOnline: 'no screen yet',
  withdraw: 'no screen yet',
  acknowledgeHandover: 'no screen yet',
  handBack: 'no screen yet',
  reassign: 'no screen yet',
  assessFee: 'no screen yet',
  refundFee: 'no screen yet',
  attachFile: 'no screen yet',
  recordRating: 'no screen yet',
  changePromise: 'no screen yet',
  undoLastAct: 'no screen yet',
  changeProcedure: 'no screen yet',
} as const satisfies { readonly [C in CommandName]: DossierAct<C> | Elsewhere };

export const dossierActs: readonly DossierAct[] = Object.values(acts).filter((act) => typeof act !== 'string');

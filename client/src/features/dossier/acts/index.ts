/**
 * The registry of acts: every command, with its screen or the place where it is done instead; a command that is not named here does not compile.
 * The acts of the dossier page are offered in this order; what is done in the day while the citizen waits (`acceptAndFinish`) is the intake desk's F10.
 */
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { acceptAct } from './accept.tsx';
import type { DossierAct } from './act.ts';
import { addNoteAct } from './add-note.tsx';
import { finishAct } from './finish.tsx';
import { forwardAct } from './forward.tsx';
import { requestSupplementAct } from './request-supplement.tsx';
import { returnByPostAct } from './return-by-post.tsx';
import { returnResultAct } from './return-result.tsx';
import { voidDossierAct } from './void-dossier.tsx';

type Elsewhere = 'the intake desk' | 'the contradiction card' | 'recorded by itself' | 'no screen yet';

const acts = {
  accept: acceptAct,
  returnByPost: returnByPostAct,
  returnResult: returnResultAct,
  forward: forwardAct,
  finish: finishAct,
  requestSupplement: requestSupplementAct,
  addNote: addNoteAct,
  voidDossier: voidDossierAct,

  acceptAndFinish: 'the intake desk',
  draft: 'the intake desk',
  guide: 'the intake desk',
  settleContradiction: 'the contradiction card',
  reopenContradiction: 'the contradiction card',
  recordPrint: 'recorded by itself',
  viewDossier: 'recorded by itself',

  acknowledgeUp: 'no screen yet',
  apologise: 'no screen yet',
  archive: 'no screen yet',
  closeUnsupplemented: 'no screen yet',
  completeSupplement: 'no screen yet',
  correctContact: 'no screen yet',
  correctResult: 'no screen yet',
  forwardUp: 'no screen yet',
  number: 'no screen yet',
  payFee: 'no screen yet',
  processUp: 'no screen yet',
  recordPayment: 'no screen yet',
  refuseAfterAppraisal: 'no screen yet',
  refuseIntake: 'no screen yet',
  remindUncollected: 'no screen yet',
  requirePayment: 'no screen yet',
  returnForRework: 'no screen yet',
  sendBackUp: 'no screen yet',
  sendResultDown: 'no screen yet',
  sign: 'no screen yet',
  stop: 'no screen yet',
  submitForSignature: 'no screen yet',
  submitOnline: 'no screen yet',
  withdraw: 'no screen yet',
  acknowledgeHandover: 'no screen yet',
  handBack: 'no screen yet',
  reassign: 'no screen yet',
  reopenResult: 'no screen yet',
  recordPostDelivery: 'no screen yet',
  recordPostCameBack: 'no screen yet',
  assessFee: 'no screen yet',
  refundFee: 'no screen yet',
  changeReturnChannel: 'no screen yet',
  correctIdentity: 'no screen yet',
  attachFile: 'no screen yet',
  recordRating: 'no screen yet',
  recordComplaint: 'no screen yet',
  linkDossier: 'no screen yet',
  addPapers: 'no screen yet',
  changePromise: 'no screen yet',
  sendVerification: 'no screen yet',
  recordVerification: 'no screen yet',
  undoLastAct: 'no screen yet',
  changeProcedure: 'no screen yet',
} as const satisfies { readonly [C in CommandName]: DossierAct<C> | Elsewhere };

export const dossierActs: readonly DossierAct[] = Object.values(acts).filter((act) => typeof act !== 'string');

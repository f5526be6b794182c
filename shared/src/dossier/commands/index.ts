/**
 * The registry of what an officer can do, and the one gate all acts go through. Order of the checks: the input's form, the actor's role at
 * this kind of office, the office's right to the dossier, an open contradiction, the dossier's status, then the command's own rules.
 */
import type { Result } from '../../kernel/result.ts';
import { err } from '../../kernel/result.ts';
import { accessRefusal, stateRefusal } from '../../judgement/rights.ts';
import type { CommandContext, CommandDefinition, EventDraft } from '../command.ts';
import type { Schema } from '../define-event.ts';
import { checkInput } from '../input.ts';
import type { Refusal } from '../refusals.ts';
import type { DossierState } from '../state.ts';
import { accept } from './accept.ts';
import { acceptAndFinish } from './accept-and-finish.ts';
import { acknowledgeUp } from './acknowledge-up.ts';
import { apologise } from './apologise.ts';
import { archive } from './archive.ts';
import { closeUnsupplemented } from './close-unsupplemented.ts';
import { completeSupplement } from './complete-supplement.ts';
import { addNote } from './add-note.ts';
import { correctContact } from './correct-contact.ts';
import { correctResult } from './correct-result.ts';
import { draft } from './draft.ts';
import { finish } from './finish.ts';
import { forward } from './forward.ts';
import { forwardUp } from './forward-up.ts';
import { guide } from './guide.ts';
import { number } from './number.ts';
import { payFee } from './pay-fee.ts';
import { processUp } from './process-up.ts';
import { recordPayment } from './record-payment.ts';
import { refuseAfterAppraisal } from './refuse-after-appraisal.ts';
import { refuseIntake } from './refuse-intake.ts';
import { remindUncollected } from './remind-uncollected.ts';
import { requestSupplement } from './request-supplement.ts';
import { requirePayment } from './require-payment.ts';
import { returnByPost } from './return-by-post.ts';
import { returnForRework } from './return-for-rework.ts';
import { returnResult } from './return-result.ts';
import { sendBackUp } from './send-back-up.ts';
import { sendResultDown } from './send-result-down.ts';
import { reopenContradiction } from './reopen-contradiction.ts';
import { settleContradiction } from './settle-contradiction.ts';
import { sign } from './sign.ts';
import { stop } from './stop.ts';
import { submitForSignature } from './submit-for-signature.ts';
import { submitOnline } from './submit-online.ts';
import { viewDossier } from './view-dossier.ts';
import { voidDossier } from './void-dossier.ts';
import { withdraw } from './withdraw.ts';
import { acknowledgeHandover } from './acknowledge-handover.ts';
import { handBack } from './hand-back.ts';
import { reassign } from './reassign.ts';
import { reopenResult } from './reopen-result.ts';
import { recordPostDelivery } from './record-post-delivery.ts';
import { recordPostCameBack } from './record-post-came-back.ts';
import { assessFee } from './assess-fee.ts';
import { refundFee } from './refund-fee.ts';
import { changeReturnChannel } from './change-return-channel.ts';
import { correctIdentity } from './correct-identity.ts';
import { cancelPrint } from './cancel-print.ts';
import { requestPrint } from './request-print.ts';
import { takePrint } from './take-print.ts';
import { recordPrint } from './record-print.ts';
import { attachFile } from './attach-file.ts';
import { recordRating } from './record-rating.ts';
import { recordComplaint } from './record-complaint.ts';
import { linkDossier } from './link-dossier.ts';
import { addPapers } from './add-papers.ts';
import { changePromise } from './change-promise.ts';
import { sendVerification } from './send-verification.ts';
import { recordVerification } from './record-verification.ts';
import { changeProcedure } from './change-procedure.ts';
import { tellCitizen } from './tell-citizen.ts';
import { undoLastAct } from './undo-last-act.ts';

export const commandDefinitions = {
  draft,
  guide,
  submitOnline,
  refuseIntake,
  accept,
  acceptAndFinish,
  forward,
  requestSupplement,
  completeSupplement,
  closeUnsupplemented,
  requirePayment,
  recordPayment,
  payFee,
  forwardUp,
  acknowledgeUp,
  processUp,
  sendBackUp,
  sendResultDown,
  submitForSignature,
  sign,
  number,
  returnForRework,
  refuseAfterAppraisal,
  apologise,
  withdraw,
  stop,
  finish,
  returnResult,
  returnByPost,
  remindUncollected,
  tellCitizen,
  correctResult,
  archive,
  voidDossier,
  settleContradiction,
  reopenContradiction,
  viewDossier,
  correctContact,
  addNote,
  acknowledgeHandover,
  handBack,
  reassign,
  reopenResult,
  recordPostDelivery,
  recordPostCameBack,
  assessFee,
  refundFee,
  changeReturnChannel,
  correctIdentity,
  recordPrint,
  requestPrint,
  takePrint,
  cancelPrint,
  attachFile,
  recordRating,
  recordComplaint,
  linkDossier,
  addPapers,
  changePromise,
  sendVerification,
  recordVerification,
  undoLastAct,
  changeProcedure,
} as const;

export type CommandName = keyof typeof commandDefinitions;
export type CommandInput<C extends CommandName> = (typeof commandDefinitions)[C] extends { readonly input: Schema<infer I> } ? I : never;

export const commandNames = Object.keys(commandDefinitions) as readonly CommandName[];

/** The definition with its input's type erased: what comes out of `input` is what goes into `decide`, so the pair stays consistent. */
export function commandOf(name: CommandName): CommandDefinition<CommandName, unknown> {
  return commandDefinitions[name] as unknown as CommandDefinition<CommandName, unknown>;
}

export function decideCommand<C extends CommandName>(
  name: C,
  state: DossierState | undefined,
  input: CommandInput<C>,
  context: CommandContext,
): Result<readonly EventDraft[], Refusal> {
  const definition = commandOf(name);
  const checked = checkInput(definition.input, input);
  if (!checked.ok) return checked;
  const refusal =
    accessRefusal(definition, state, { actor: context.actor, office: context.office, offices: context.reference.offices }) ??
    stateRefusal(definition, state, context.at);
  return refusal ? err(refusal) : definition.decide(state, checked.value, context);
}

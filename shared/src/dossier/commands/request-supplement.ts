/**
 * Asks for more papers after appraisal, once; a second time only where a leader decided so, with a reason of his own. Whoever asks, the desk issues the slip
 * (NĐ 118/2025 Đ16.3, Đ19.5).
 */
import * as z from 'zod/mini';
import { instantToPlainDate } from '../../kernel/instant.ts';
import { addDays } from '../../kernel/plain-date.ts';
import { err, ok } from '../../kernel/result.ts';
import { daysToCome } from '../act-dates.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { plainDate, reason } from '../fields.ts';
import { findProcedure } from '../intake-checks.ts';
import { recipientChoice, resolveRecipient } from '../recipient.ts';
import { askedPapers, askingReason, issueSlip, resolveLeader, signerChoice, slipFields, withQuantities } from '../slips.ts';
import { mayAskCitizen } from '../stages.ts';

export const requestSupplement = defineCommand({
  name: 'requestSupplement',
  input: z.strictObject({
    reason,
    class: askingReason,
    missing: askedPapers,
    askedBy: z.optional(recipientChoice),
    /** Absent: the days the settings allow. */
    bringBy: z.optional(plainDate),
    override: z.optional(z.strictObject({ by: z.optional(signerChoice), reason })),
    ...slipFields,
  }),
  ...permit({ COMMUNE: ['clerk', 'signer'], CENTRE: ['district_clerk', 'signer'] }),
  emits: ['SupplementRequested'],
  handlingOnly: true,
  open: mayAskCitizen,
  decide: (state, { override, missing, askedBy, bringBy, signer, ground, ...request }, context) => {
    const { at, office, reference } = context;
    const isSecond = (state?.supplementCount ?? 0) > 0;
    if (isSecond && !override) return err({ code: 'dossier/supplement-already-requested' });
    const leader = isSecond && override ? resolveLeader(override.by, context) : undefined;
    if (leader?.ok === false) return leader;
    const asker = askedBy && resolveRecipient(askedBy, office, reference);
    if (asker?.ok === false) return asker;
    const today = instantToPlainDate(at);
    const wrong = daysToCome({ bringBy }, at);
    if (wrong) return wrong;
    const slip = issueSlip('SUPPLEMENT', 'DESK', { signer, ground }, context, state?.intake);
    if (!slip.ok) return slip;
    const procedure = state?.intake && findProcedure(reference, state.intake.procedure);
    return ok([
      draftEvent('SupplementRequested', {
        ...request,
        missing: withQuantities(missing, procedure),
        ...(asker ? { askedBy: asker.value } : {}),
        bringBy: bringBy ?? addDays(today, reference.settings.supplementCloseDays),
        slip: slip.value,
        ...(leader && override ? { override: { by: leader.value, reason: override.reason } } : {}),
      }),
    ]);
  },
});

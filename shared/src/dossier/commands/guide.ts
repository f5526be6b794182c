/** Guides the citizen, once and completely, to what is missing (Mẫu 02 at intake). */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { beforeIntake } from '../evolve.ts';
import { intake, reason } from '../fields.ts';
import { findProcedure, intakeDaysGone } from '../intake-checks.ts';
import { askedPapers, askingReason, issueSlip, slipFields, withQuantities } from '../slips.ts';

export const guide = defineCommand({
  name: 'guide',
  input: z.strictObject({ reason, class: askingReason, missing: askedPapers, intake: z.optional(intake), ...slipFields }),
  ...desk,
  emits: ['CitizenGuided'],
  homeOnly: true,
  open: beforeIntake,
  decide: (state, { missing, signer, ground, ...guided }, context) => {
    const wrong = intakeDaysGone(guided.intake, context.at);
    if (wrong) return wrong;
    const taken = guided.intake ?? state?.intake;
    const procedure = taken && findProcedure(context.reference, taken.procedure);
    const slip = issueSlip('SUPPLEMENT', 'DESK', { signer, ground }, context, taken);
    if (!slip.ok) return slip;
    return ok([draftEvent('CitizenGuided', { ...guided, missing: withQuantities(missing, procedure), slip: slip.value })]);
  },
});

/** Does not take the dossier in, with the reason for Mẫu 03. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { beforeIntake } from '../evolve.ts';
import { intake, reason } from '../fields.ts';
import { intakeDaysGone } from '../intake-checks.ts';
import { issueSlip, refusalReason, slipFields } from '../slips.ts';

export const refuseIntake = defineCommand({
  name: 'refuseIntake',
  input: z.strictObject({ reason, class: refusalReason, intake: z.optional(intake), ...slipFields }),
  ...desk,
  emits: ['IntakeRefused'],
  homeOnly: true,
  open: beforeIntake,
  decide: (state, { signer, ground, ...refused }, context) => {
    // Who was refused and what he wanted is the point of the paper and of the report.
    const taken = refused.intake ?? state?.intake;
    if (!taken) return err({ code: 'input/invalid', fields: [{ path: 'intake', problem: 'required' }] });
    // What came in with a wrong day is refused all the same: only what is typed now is judged.
    const wrong = intakeDaysGone(refused.intake, context.at);
    if (wrong) return wrong;
    const slip = issueSlip('REFUSAL', 'DESK', { signer, ground }, context, taken);
    return slip.ok ? ok([draftEvent('IntakeRefused', { ...refused, intake: taken, slip: slip.value })]) : slip;
  },
});

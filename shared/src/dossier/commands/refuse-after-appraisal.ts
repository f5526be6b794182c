/** Not eligible after appraisal: the written refusal becomes the result. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { daysGone } from '../act-dates.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { optionalText, plainDate, reason } from '../fields.ts';
import { issueSlip, refusalReason, slipFields } from '../slips.ts';
import { mayRefuseAfterAppraisal } from '../stages.ts';

export const refuseAfterAppraisal = defineCommand({
  name: 'refuseAfterAppraisal',
  input: z.strictObject({ reason, class: refusalReason, number: optionalText(60), date: z.optional(plainDate), ...slipFields }),
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['RefusedAfterAppraisal'],
  homeOnly: true,
  open: mayRefuseAfterAppraisal,
  decide: (state, { signer, ground, ...refused }, context) => {
    const wrong = daysGone({ date: refused.date }, context.at);
    if (wrong) return wrong;
    const slip = issueSlip('REFUSAL', 'LEADER', { signer, ground }, context, state?.intake);
    return slip.ok ? ok([draftEvent('RefusedAfterAppraisal', { ...refused, slip: slip.value })]) : slip;
  },
});

/** The citizen takes the dossier back before a decision. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { reason } from '../fields.ts';
import { issueSlip, slipFields, withdrawalReason } from '../slips.ts';
import { mayWithdraw } from '../stages.ts';

export const withdraw = defineCommand({
  name: 'withdraw',
  input: z.strictObject({ reason, class: withdrawalReason, ...slipFields }),
  ...desk,
  emits: ['DossierWithdrawn'],
  handlingOnly: true,
  open: mayWithdraw,
  decide: (state, { reason: why, class: kind, ...issue }, context) => {
    const slip = issueSlip('WITHDRAWAL', 'DESK', issue, context, state?.intake);
    return slip.ok ? ok([draftEvent('DossierWithdrawn', { reason: why, class: kind, slip: slip.value })]) : slip;
  },
});

/** Closes a dossier whose supplement did not come within the days allowed. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';
import { closingReason, issueSlip, slipFields } from '../slips.ts';
import { closingRefusal } from '../stages.ts';

export const closeUnsupplemented = defineCommand({
  name: 'closeUnsupplemented',
  input: z.strictObject({ reason, class: closingReason, ...slipFields }),
  ...desk,
  emits: ['UnsupplementedClosed'],
  handlingOnly: true,
  open: (state) => statusIn(state, 'SUPPLEMENT_REQUESTED'),
  barred: closingRefusal,
  decide: (state, { reason: why, class: kind, ...issue }, context) => {
    const slip = issueSlip('STOP_NOTICE', 'DESK', issue, context, state?.intake);
    return slip.ok ? ok([draftEvent('UnsupplementedClosed', { reason: why, class: kind, slip: slip.value })]) : slip;
  },
});

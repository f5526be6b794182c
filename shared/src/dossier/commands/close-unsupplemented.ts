/** Closes a dossier whose supplement did not come within the days allowed. */
import * as z from 'zod/mini';
import { civilToInstant } from '../../kernel/instant.ts';
import { addDays } from '../../kernel/plain-date.ts';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';
import { issueSlip, slipFields, closingReason } from '../slips.ts';

export const closeUnsupplemented = defineCommand({
  name: 'closeUnsupplemented',
  input: z.strictObject({ reason, class: closingReason, ...slipFields }),
  ...desk,
  emits: ['UnsupplementedClosed'],
  open: (state) => statusIn(state, 'SUPPLEMENT_REQUESTED'),
  decide: (state, { reason: why, class: kind, ...issue }, context) => {
    const bringBy = state?.pauses.findLast((pause) => pause.kind === 'SUPPLEMENT' && pause.to === undefined)?.bringBy;
    if (bringBy !== undefined) {
      // The last day belongs to the citizen in full.
      const from = civilToInstant(addDays(bringBy, 1), 0);
      if (context.at < from) return err({ code: 'dossier/too-early', from });
    }
    const slip = issueSlip('STOP_NOTICE', 'DESK', issue, context);
    return slip.ok ? ok([draftEvent('UnsupplementedClosed', { reason: why, class: kind, slip: slip.value })]) : slip;
  },
});

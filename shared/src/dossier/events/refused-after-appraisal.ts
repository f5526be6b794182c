/** Row 15: not eligible after appraisal; the written refusal is the result (NĐ 118/2025 Đ19.3). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, openDossier } from '../evolve.ts';
import { optionalText, plainDate, reason } from '../fields.ts';
import { formatPaperNumber } from '../numbers.ts';
import { refusalReason, slipFact } from '../slips.ts';
import { mayRefuseAfterAppraisal } from '../stages.ts';
import { usualOf } from '../sparse.ts';
import { usualSlip } from '../usual.ts';

export const refusedAfterAppraisal = defineEvent({
  type: 'RefusedAfterAppraisal',
  version: 1,
  schema: z.strictObject({ reason, class: refusalReason, slip: slipFact, number: optionalText(60), date: z.optional(plainDate) }),
  usual: usualOf({ slip: usualSlip }),
  upcasts: [],
  allowed: mayRefuseAfterAppraisal,
  evolve: (state, event) => {
    const { reason: why, class: kind, slip, number, date } = event.data;
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'RESULT_READY',
      step: undefined,
      result: {
        outcome: 'REFUSED',
        reason: why,
        class: kind,
        // Where the records office gave it no number of its own, the slip is the paper.
        number: number ?? formatPaperNumber(slip.number),
        date: date ?? slip.date,
        signer: slip.signer,
      },
      finishedAt: event.at,
      endReason: why,
    };
  },
});

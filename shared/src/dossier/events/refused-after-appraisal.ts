/** Row 15: not eligible after appraisal; the written refusal is the result (NĐ 118/2025 Đ19.3). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, openDossier } from '../evolve.ts';
import { optionalText, plainDate, reason } from '../fields.ts';
import { mayRefuseAfterAppraisal } from '../stages.ts';

export const refusedAfterAppraisal = defineEvent({
  type: 'RefusedAfterAppraisal',
  version: 1,
  schema: z.strictObject({ reason, number: optionalText(60), date: z.optional(plainDate) }),
  upcasts: [],
  allowed: mayRefuseAfterAppraisal,
  evolve: (state, event) => {
    const { reason: why, ...paper } = event.data;
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'RESULT_READY',
      step: undefined,
      result: { outcome: 'REFUSED', ...paper, note: why },
      finishedAt: event.at,
      endReason: why,
    };
  },
});

/**
 * Row 19: the result is at the desk ("Đã xử lý xong", national status 9). This instant decides timeliness, not the collection. Also ends a
 * transfer down (row 12), and follows the acceptance at once for procedures done while the citizen waits (row 4b).
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, openDossier, statusIn } from '../evolve.ts';
import { note, optionalText, outcome, plainDate } from '../fields.ts';

export const dossierFinished = defineEvent({
  type: 'DossierFinished',
  version: 1,
  schema: z.strictObject({ outcome, number: optionalText(60), date: z.optional(plainDate), note }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'ACCEPTED', 'IN_PROCESS', 'AT_DISTRICT'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { outcome: newOutcome, ...paper } = event.data;
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'RESULT_READY',
      step: undefined,
      result: { ...base.result, ...paper, outcome: newOutcome },
      finishedAt: event.at,
    };
  },
});

/**
 * Row 19: the result is at the desk ("Đã xử lý xong", national status 9). This instant decides timeliness, not the collection. Also ends a
 * transfer down (row 12), and follows the acceptance at once for procedures done while the citizen waits (row 4b).
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, openDossier, statusIn } from '../evolve.ts';
import { lateFact, mergeResult, resultFact } from '../result-paper.ts';

export const dossierFinished = defineEvent({
  type: 'DossierFinished',
  version: 1,
  schema: z.strictObject({ result: resultFact, late: z.optional(lateFact) }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'ACCEPTED', 'IN_PROCESS', 'AT_DISTRICT'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'RESULT_READY',
      step: undefined,
      result: mergeResult(base.result, event.data.result),
      ...(event.data.late === undefined ? {} : { lateReason: event.data.late }),
      finishedAt: event.at,
    };
  },
});

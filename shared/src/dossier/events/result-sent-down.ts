/** Row 12: the district's result is on its way to the commune. The dossier is finished when the commune's desk has it (`DossierFinished`). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier } from '../evolve.ts';
import { paperNumber } from '../fields.ts';
import { mergeResult, resultFact } from '../result-paper.ts';
import { maySendDown } from '../stages.ts';

export const resultSentDown = defineEvent({
  type: 'ResultSentDown',
  version: 1,
  schema: z.strictObject({ result: resultFact, list: z.optional(paperNumber) }),
  upcasts: [],
  allowed: maySendDown,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, { office: base.office, list: event.data.list, note: event.data.result.note }),
      status: 'AT_DISTRICT',
      step: 'IN_TRANSIT_DOWN',
      result: mergeResult(base.result, event.data.result),
    };
  },
});

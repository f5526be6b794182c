/** Row 12: the district's result is on its way to the commune. The dossier is finished when the commune's desk has it (`DossierFinished`). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier } from '../evolve.ts';
import { note, optionalText, outcome, plainDate } from '../fields.ts';
import { maySendDown } from '../stages.ts';

export const resultSentDown = defineEvent({
  type: 'ResultSentDown',
  version: 1,
  schema: z.strictObject({ outcome, number: optionalText(60), date: z.optional(plainDate), note }),
  upcasts: [],
  allowed: maySendDown,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, { office: base.office, note: event.data.note }),
      status: 'AT_DISTRICT',
      step: 'IN_TRANSIT_DOWN',
      result: event.data,
    };
  },
});

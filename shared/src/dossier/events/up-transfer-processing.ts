/** Row 11: the centre handed the file to a specialised agency of the district. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier, statusIn } from '../evolve.ts';
import { handOverFacts } from '../hand-over.ts';
import { recipient } from '../recipient.ts';

export const upTransferProcessing = defineEvent({
  type: 'UpTransferProcessing',
  version: 1,
  schema: z.strictObject({ to: recipient, ...handOverFacts }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'AT_DISTRICT') && state.step === 'RECEIVED_UP',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, { office: event.office, ...event.data }),
      status: 'AT_DISTRICT',
      step: 'PROCESSING_UP',
    };
  },
});

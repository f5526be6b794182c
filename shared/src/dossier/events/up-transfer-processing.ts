/** Row 11: the centre handed the file to a specialised agency of the district. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier, statusIn } from '../evolve.ts';
import { note, text } from '../fields.ts';

export const upTransferProcessing = defineEvent({
  type: 'UpTransferProcessing',
  version: 1,
  schema: z.strictObject({ to: text(200), note }),
  touches: ['status'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'AT_DISTRICT') && state.step === 'RECEIVED_UP',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, event.office, event.data.to, event.data.note),
      status: 'AT_DISTRICT',
      step: 'PROCESSING_UP',
    };
  },
});

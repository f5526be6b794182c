/** Row 11: the centre sends the file back to the commune (wrong or incomplete transfer). The commune works on it again. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const upTransferSentBack = defineEvent({
  type: 'UpTransferSentBack',
  version: 1,
  schema: z.strictObject({ reason }),
  touches: ['status'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'AT_DISTRICT') && state.step !== 'IN_TRANSIT_DOWN',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return { ...base, ...handOver(base, event, base.office, undefined, event.data.reason), status: 'IN_PROCESS', step: 'AT_SPECIALIST' };
  },
});

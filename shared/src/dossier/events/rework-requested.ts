/** Row 14: the leader sends the draft back to the specialist with a reason. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const reworkRequested = defineEvent({
  type: 'ReworkRequested',
  version: 1,
  schema: z.strictObject({ reason }),
  touches: ['status'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'IN_PROCESS') && state.step === 'AWAITING_SIGNATURE',
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), status: 'IN_PROCESS', step: 'AT_SPECIALIST' }),
});

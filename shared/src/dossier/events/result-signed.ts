/** Row 13: the leader signed; the records office numbers and seals next. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { note } from '../fields.ts';

export const resultSigned = defineEvent({
  type: 'ResultSigned',
  version: 1,
  schema: z.strictObject({ note }),
  touches: ['status'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'IN_PROCESS') && state.step === 'AWAITING_SIGNATURE',
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), status: 'IN_PROCESS', step: 'SIGNED_NUMBERING' }),
});

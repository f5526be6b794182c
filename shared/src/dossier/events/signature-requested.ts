/** Row 13: the specialist's draft goes to the leader. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { note, optionalText } from '../fields.ts';

export const signatureRequested = defineEvent({
  type: 'SignatureRequested',
  version: 1,
  schema: z.strictObject({ to: optionalText(200), note }),
  touches: ['status'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'IN_PROCESS') && state.step !== 'AWAITING_SIGNATURE' && state.step !== 'SIGNED_NUMBERING',
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), status: 'IN_PROCESS', step: 'AWAITING_SIGNATURE' }),
});

/** Another agency was asked to verify something (hộ tịch: residence, an earlier marriage); the clock goes on. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { plainDate, text } from '../fields.ts';

export const verificationSent = defineEvent({
  type: 'VerificationSent',
  version: 1,
  schema: z.strictObject({ to: text(200), question: text(1000), answerBy: z.optional(plainDate) }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'IN_PROCESS') && state.step === 'AT_SPECIALIST',
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), step: 'VERIFYING' }),
});

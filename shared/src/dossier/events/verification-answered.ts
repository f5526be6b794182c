/** The agency answered; the specialist goes on. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { optionalText, plainDate, text } from '../fields.ts';

export const verificationAnswered = defineEvent({
  type: 'VerificationAnswered',
  version: 1,
  schema: z.strictObject({ answer: text(2000), number: optionalText(60), date: z.optional(plainDate) }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'IN_PROCESS') && state.step === 'VERIFYING',
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), step: 'AT_SPECIALIST' }),
});

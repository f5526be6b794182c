/** The citizen says how he was served (QĐ 766: satisfaction), in his own hand. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { note, text } from '../fields.ts';
import { ratingScores } from '../state.ts';

export const citizenRated = defineEvent({
  type: 'CitizenRated',
  version: 1,
  schema: z.strictObject({ score: z.enum(ratingScores), reasons: z.optional(z.array(text(100)).check(z.maxLength(10))), note }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined && state.status !== 'VOID',
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), rating: { at: event.at, score: event.data.score } }),
});

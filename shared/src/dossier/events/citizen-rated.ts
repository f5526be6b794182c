/** The citizen says how he was served (QĐ 766: satisfaction), in his own hand. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { note, text } from '../fields.ts';
import { ratingScores } from '../state.ts';

/** What the citizen chooses. */
export const ratingFields = {
  score: z.enum(ratingScores),
  reasons: z.optional(z.array(text(100)).check(z.maxLength(10))),
  note,
} as const;

/** Where it was given: on the page that is the citizen's own. */
const ratingSources = ['CITIZEN_PAGE'] as const;

export const citizenRated = defineEvent({
  type: 'CitizenRated',
  version: 1,
  schema: z.strictObject({ ...ratingFields, source: z.enum(ratingSources) }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined && state.status !== 'VOID',
  // One a dossier: of two desks that did not hear of each other the first one counts.
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return base.rating === undefined ? { ...base, rating: { at: event.at, score: event.data.score } } : base;
  },
});

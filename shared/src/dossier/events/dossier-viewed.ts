/** Someone of another office looked at the personal data (design §8). Never contradicts, changes nothing, but is in the timeline. */
import * as z from 'zod/mini';
import { defineEvent, lookKinds } from '../define-event.ts';
import { openDossier } from '../evolve.ts';

export const dossierViewed = defineEvent({
  type: 'DossierViewed',
  version: 1,
  schema: z.strictObject({ what: z.enum(lookKinds) }),
  isAct: false,
  look: ({ what }) => what,
  upcasts: [],
  allowed: (state) => state !== undefined,
  evolve: (state, event) => state ?? openDossier(event),
});

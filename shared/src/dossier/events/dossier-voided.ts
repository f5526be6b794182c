/** Row 25: entered in error. The code is burnt: the dossier keeps it and nobody gets it again. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { end, openDossier, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const dossierVoided = defineEvent({
  type: 'DossierVoided',
  version: 1,
  schema: z.strictObject({ reason }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'DRAFT', 'ACCEPTED'),
  evolve: (state, event) => end(state ?? openDossier(event), event, 'VOID', event.data.reason),
});

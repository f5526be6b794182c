/** Row 18: the agency stops processing on a legal ground. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { end, openDossier, openStatuses, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const dossierStopped = defineEvent({
  type: 'DossierStopped',
  version: 1,
  schema: z.strictObject({ reason }),
  touches: ['status', 'clock'],
  upcasts: [],
  allowed: (state) => statusIn(state, ...openStatuses),
  evolve: (state, event) => end(state ?? openDossier(event), event, 'STOPPED', event.data.reason),
});

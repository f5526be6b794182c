/** Row 25: entered in error. The code is burnt: the dossier keeps it and nobody gets it again. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { end, openDossier } from '../evolve.ts';
import { reason } from '../fields.ts';
import { signerFact } from '../slips.ts';
import { mayVoid } from '../stages.ts';

export const dossierVoided = defineEvent({
  type: 'DossierVoided',
  version: 1,
  schema: z.strictObject({
    reason,
    /** A leader agrees to what touches an accepted dossier (row 25). */
    approvedBy: z.optional(signerFact),
  }),
  upcasts: [],
  // What another desk did meanwhile shows that it was no error, or has to be taken back too.
  exclusive: true,
  allowed: (state, event) => mayVoid(state) && (state?.status === 'DRAFT' || event.data.approvedBy !== undefined),
  evolve: (state, event) => end(state ?? openDossier(event), event, 'VOID', event.data.reason),
});

/** Row 24: the closed file goes to the archive under a box or file number. The national status stays what it was. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { note, text } from '../fields.ts';

export const dossierArchived = defineEvent({
  type: 'DossierArchived',
  version: 1,
  schema: z.strictObject({ archiveNumber: text(60), note }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'RETURNED', 'REFUSED_INTAKE', 'WITHDRAWN', 'STOPPED'),
  evolve: (state, event) => ({
    ...(state ?? openDossier(event)),
    status: 'ARCHIVED',
    holder: undefined,
    archiveNumber: event.data.archiveNumber,
  }),
});

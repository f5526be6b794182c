/** Row 2: a submission from the portal, waiting for the clerk (national status 1). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { intake, optionalText } from '../fields.ts';
import { usualOf } from '../sparse.ts';
import { usualIntake } from '../usual.ts';

export const dossierSubmittedOnline = defineEvent({
  type: 'DossierSubmittedOnline',
  version: 1,
  schema: z.strictObject({ intake, reference: optionalText(100) }),
  usual: usualOf({ intake: usualIntake }),
  upcasts: [],
  allowed: (state) => state === undefined,
  evolve: (state, event) => {
    const { intake: taken, reference } = event.data;
    return { ...(state ?? openDossier(event)), status: 'SUBMITTED', intake: taken, ...(reference === undefined ? {} : { reference }) };
  },
});

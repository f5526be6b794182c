/** Row 0 of domain §5.2: someone came to the desk and the case is kept as a draft. No code, no clock. Also changes an existing draft. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { intake, note } from '../fields.ts';
import { usualOf } from '../sparse.ts';
import { usualIntake } from '../usual.ts';

export const dossierDrafted = defineEvent({
  type: 'DossierDrafted',
  version: 1,
  schema: z.strictObject({ intake: z.optional(intake), note }),
  usual: usualOf({ intake: usualIntake }),
  upcasts: [],
  allowed: (state) => state === undefined || statusIn(state, 'DRAFT'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return { ...base, status: 'DRAFT', ...(event.data.intake ? { intake: event.data.intake } : {}) };
  },
});

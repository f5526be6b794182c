/** Another dossier belongs to this one: the same case twice, the same household, a group of procedures, a case that follows. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { dossierId, note } from '../fields.ts';

export const dossierLinked = defineEvent({
  type: 'DossierLinked',
  version: 1,
  schema: z.strictObject({ to: dossierId, kind: z.enum(['DUPLICATE', 'HOUSEHOLD', 'GROUP', 'FOLLOWS']), note }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return base.links.includes(event.data.to) ? base : { ...base, links: [...base.links, event.data.to] };
  },
});

/** Row 10: an interconnected dossier goes up to the centre with its transfer slip; from now on the centre sees it. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier, statusIn } from '../evolve.ts';
import { note, officeId, optionalText } from '../fields.ts';

export const dossierForwardedUp = defineEvent({
  type: 'DossierForwardedUp',
  version: 1,
  schema: z.strictObject({ toOffice: officeId, to: optionalText(200), note }),
  touches: ['status'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'ACCEPTED', 'IN_PROCESS'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, event.data.toOffice, event.data.to, event.data.note),
      status: 'AT_DISTRICT',
      step: 'IN_TRANSIT_UP',
      forwardedAt: base.forwardedAt ?? event.at,
    };
  },
});

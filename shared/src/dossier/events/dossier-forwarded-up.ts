/** Row 10: an interconnected dossier goes up to the centre with its transfer slip; from now on the centre sees it. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier } from '../evolve.ts';
import { officeId } from '../fields.ts';
import { handOverFacts } from '../hand-over.ts';
import { recipient } from '../recipient.ts';
import { mayForwardUp } from '../stages.ts';

export const dossierForwardedUp = defineEvent({
  type: 'DossierForwardedUp',
  version: 1,
  schema: z.strictObject({ toOffice: officeId, to: z.optional(recipient), ...handOverFacts }),
  shares: ({ toOffice }) => [toOffice],
  upcasts: [],
  allowed: mayForwardUp,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, { office: event.data.toOffice, ...event.data }),
      status: 'AT_DISTRICT',
      step: 'IN_TRANSIT_UP',
      forwardedAt: base.forwardedAt ?? event.at,
    };
  },
});

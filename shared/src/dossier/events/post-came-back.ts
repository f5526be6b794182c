/** The post brought the letter back: the result waits at the desk again. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, openDossier } from '../evolve.ts';
import { reason } from '../fields.ts';
import { awaitsDelivery } from '../stages.ts';

export const postCameBack = defineEvent({
  type: 'PostCameBack',
  version: 1,
  schema: z.strictObject({ reason }),
  upcasts: [],
  allowed: awaitsDelivery,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return { ...base, ...atHomeDesk(base, event), status: 'RESULT_READY', returned: undefined };
  },
});

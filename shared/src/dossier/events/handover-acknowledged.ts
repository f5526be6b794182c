/** The receiver confirms that the paper file is in his hands: the second half of a row of the control slip (domain §2.6). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { acknowledge, openDossier } from '../evolve.ts';
import { note } from '../fields.ts';
import { mayAcknowledgeHandover } from '../stages.ts';

export const handoverAcknowledged = defineEvent({
  type: 'HandoverAcknowledged',
  version: 1,
  schema: z.strictObject({ note }),
  upcasts: [],
  allowed: mayAcknowledgeHandover,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return { ...base, ...acknowledge(base, event) };
  },
});

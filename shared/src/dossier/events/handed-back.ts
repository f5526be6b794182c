/** The specialist, or the district's specialised agency, gives the file back to the desk it came from, with the reason. The desk can hand it on again. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier } from '../evolve.ts';
import { paperNumber, reason } from '../fields.ts';
import { mayHandBack } from '../stages.ts';

export const handedBack = defineEvent({
  type: 'HandedBack',
  version: 1,
  schema: z.strictObject({ reason, list: z.optional(paperNumber) }),
  upcasts: [],
  allowed: mayHandBack,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, { office: event.office, list: event.data.list, note: event.data.reason }),
      step: base.status === 'AT_DISTRICT' ? 'RECEIVED_UP' : 'AT_DESK',
    };
  },
});

/** Row 11: the centre sends the file back to the commune (wrong or incomplete transfer). The commune works on it again. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier } from '../evolve.ts';
import { paperNumber, reason } from '../fields.ts';
import { maySendBackUp } from '../stages.ts';

export const upTransferSentBack = defineEvent({
  type: 'UpTransferSentBack',
  version: 1,
  schema: z.strictObject({ reason, list: z.optional(paperNumber) }),
  upcasts: [],
  allowed: maySendBackUp,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, { office: base.office, list: event.data.list, note: event.data.reason }),
      status: 'IN_PROCESS',
      step: 'AT_DESK',
    };
  },
});

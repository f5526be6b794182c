/** Row 13: the specialist's draft goes to the leader. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { note } from '../fields.ts';
import { recipient } from '../recipient.ts';
import { mayAskSignature } from '../stages.ts';

export const signatureRequested = defineEvent({
  type: 'SignatureRequested',
  version: 1,
  schema: z.strictObject({ to: z.optional(recipient), note }),
  upcasts: [],
  allowed: mayAskSignature,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const to = event.data.to;
    return {
      ...base,
      step: 'AWAITING_SIGNATURE',
      holder: { office: event.office, since: event.at, ...(to === undefined ? {} : { to }) },
    };
  },
});

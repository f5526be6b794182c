/** Row 14: the leader sends the draft back to the specialist with a reason. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { reason } from '../fields.ts';
import { awaitsSignature } from '../stages.ts';

export const reworkRequested = defineEvent({
  type: 'ReworkRequested',
  version: 1,
  schema: z.strictObject({ reason }),
  upcasts: [],
  allowed: awaitsSignature,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const to = base.handovers.at(-1)?.to;
    return {
      ...base,
      step: base.status === 'AT_DISTRICT' ? 'PROCESSING_UP' : 'AT_SPECIALIST',
      holder: { office: event.office, since: event.at, ...(to === undefined ? {} : { to }) },
    };
  },
});

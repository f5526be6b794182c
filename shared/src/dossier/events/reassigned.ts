/** The file goes from one officer to another without the desk between them. The step goes on. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier } from '../evolve.ts';
import { instant, reason } from '../fields.ts';
import { recipient } from '../recipient.ts';
import { mayReassign } from '../stages.ts';

export const reassigned = defineEvent({
  type: 'Reassigned',
  version: 1,
  schema: z.strictObject({ to: recipient, reason, stepDue: z.optional(instant) }),
  upcasts: [],
  allowed: mayReassign,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { to, stepDue, reason: why } = event.data;
    return { ...base, ...handOver(base, event, { office: event.office, to, stepDue: stepDue ?? base.holder?.stepDue, note: why }) };
  },
});

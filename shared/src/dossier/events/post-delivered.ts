/** Row 21, second moment: the post delivered the result. The first was handing it to the post. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { instant, note, optionalText } from '../fields.ts';
import { awaitsDelivery } from '../stages.ts';

export const postDelivered = defineEvent({
  type: 'PostDelivered',
  version: 1,
  schema: z.strictObject({ deliveredAt: instant, receiver: optionalText(200), note }),
  upcasts: [],
  allowed: awaitsDelivery,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    if (!base.returned) return base;
    const { deliveredAt, receiver } = event.data;
    return { ...base, returned: { ...base.returned, delivered: { at: deliveredAt, ...(receiver === undefined ? {} : { receiver }) } } };
  },
});

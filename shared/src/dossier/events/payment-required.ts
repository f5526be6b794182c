/** Row 9, first half: a financial obligation (tax notice) has to be met first. The clock is suspended, unless the district has settled it otherwise. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { money, reason } from '../fields.ts';
import { mayAskCitizen } from '../stages.ts';

export const paymentRequired = defineEvent({
  type: 'PaymentRequired',
  version: 1,
  schema: z.strictObject({
    amountVnd: money,
    reason,
    /** The district's setting as it stood: the promise does not wait for the payment. */
    clockRuns: z.optional(z.literal(true)),
  }),
  upcasts: [],
  allowed: mayAskCitizen,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      status: 'AWAITING_PAYMENT',
      ...(event.data.clockRuns ? {} : { pauses: [...base.pauses, { kind: 'PAYMENT', from: event.at, reason: event.data.reason }] }),
    };
  },
});

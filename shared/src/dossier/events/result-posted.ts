/** Row 21: the result goes to the citizen by the public post; the bill is the proof. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { money, note, optionalText, text } from '../fields.ts';

export const resultPosted = defineEvent({
  type: 'ResultPosted',
  version: 1,
  schema: z.strictObject({
    receiver: text(200),
    address: optionalText(300),
    bill: text(60),
    paidVnd: z.optional(money),
    feeReceipt: optionalText(60),
    note,
  }),
  touches: ['status', 'delivery', 'finance'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'RESULT_READY'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { receiver, bill, paidVnd, feeReceipt } = event.data;
    return {
      ...base,
      status: 'RETURNED',
      returned: {
        at: event.at,
        by: event.actor,
        channel: 'POST',
        receiver,
        receiverIsOwner: receiver === base.intake?.owner.fullName,
        proof: 'POST_BILL',
        note: bill,
      },
      feePaidVnd: base.feePaidVnd + (paidVnd ?? 0),
      ...(feeReceipt === undefined ? {} : { feeReceipt }),
    };
  },
});

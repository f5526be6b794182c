/** Row 21: the result goes to the citizen by the public post; the bill is the proof. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { giveBack, openDossier, pay, statusIn } from '../evolve.ts';
import { note, optionalText, payment, returnedOriginals, text } from '../fields.ts';

export const resultPosted = defineEvent({
  type: 'ResultPosted',
  version: 1,
  schema: z.strictObject({
    receiver: text(200),
    address: optionalText(300),
    bill: text(60),
    payment: z.optional(payment),
    /** Originals that went with the letter. */
    returnedOriginals: z.optional(returnedOriginals),
    note,
  }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'RESULT_READY'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { receiver, bill, payment: paid, returnedOriginals: originals } = event.data;
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
      ...pay(base, event, paid),
      ...giveBack(base, event, originals),
    };
  },
});

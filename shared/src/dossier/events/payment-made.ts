/** Row 9, second half: the obligation is met (receipt number). The clock runs on; `due` is the new promise, absent where it stays. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { closePauses, openDossier, resumedStatus, statusIn } from '../evolve.ts';
import { dueDate, money, note, optionalText } from '../fields.ts';
import { usualOf } from '../sparse.ts';
import { usualDue } from '../usual.ts';

export const paymentMade = defineEvent({
  type: 'PaymentMade',
  version: 1,
  schema: z.strictObject({ amountVnd: money, receipt: optionalText(60), due: z.optional(dueDate), note }),
  usual: usualOf({ due: usualDue }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'AWAITING_PAYMENT'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      status: resumedStatus(base),
      pauses: closePauses(base.pauses, event.at),
      ...(event.data.due ? { due: event.data.due } : {}),
    };
  },
});

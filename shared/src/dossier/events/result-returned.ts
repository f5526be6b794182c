/** Row 20: the result is handed over, against the receipt, an identity paper or an authorisation (NĐ 118/2025 Đ6.2). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, giveBack, openDossier, pay } from '../evolve.ts';
import { note, payment, receiverPaper, receiverRelation, returnedOriginals, text } from '../fields.ts';
import { mayReturn } from '../stages.ts';

export const resultReturned = defineEvent({
  type: 'ResultReturned',
  version: 1,
  schema: z.strictObject({
    channel: z.enum(['DESK', 'ELECTRONIC']),
    receiver: text(200),
    receiverIsOwner: z.boolean(),
    receiverPaper: z.optional(receiverPaper),
    relation: z.optional(receiverRelation),
    proof: z.enum(['RECEIPT', 'IDENTITY', 'AUTHORISATION']),
    /** What was paid at this moment. */
    payment: z.optional(payment),
    returnedOriginals: z.optional(returnedOriginals),
    note,
  }),
  upcasts: [],
  allowed: mayReturn,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { payment: paid, returnedOriginals: originals, ...handed } = event.data;
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'RETURNED',
      step: undefined,
      finishedAt: base.finishedAt ?? event.at,
      returned: { at: event.at, by: event.actor, ...handed },
      ...pay(base, event, paid),
      ...giveBack(base, event, originals),
    };
  },
});

/** The obligation is met: the dossier goes on where it was, and what was left of the limit is counted again from today. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { money, note, optionalText } from '../fields.ts';
import { promiseAfterPayment } from '../promise.ts';

export const recordPayment = defineCommand({
  name: 'recordPayment',
  input: z.strictObject({ amountVnd: money, receipt: optionalText(60), note }),
  ...desk,
  emits: ['PaymentMade'],
  handlingOnly: true,
  open: (state) => statusIn(state, 'AWAITING_PAYMENT'),
  decide: (state, input, { at, reference }) => {
    if (!state) return err({ code: 'dossier/not-found' });
    const due = promiseAfterPayment(state, at, reference);
    return ok([draftEvent('PaymentMade', due ? { ...input, due } : input)]);
  },
});

/** Gives the result to the public post; the bill number is the proof. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { moneyOf } from '../../judgement/money.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, optionalText, paymentNow, returnedOriginals, text } from '../fields.ts';
import { settleFee } from '../hand-out.ts';

export const returnByPost = defineCommand({
  name: 'returnByPost',
  input: z.strictObject({
    receiver: text(200),
    address: optionalText(300),
    bill: text(60),
    note,
    /** What was still owed is paid now, like this. */
    payment: z.optional(paymentNow),
    returnedOriginals: z.optional(returnedOriginals),
  }),
  ...desk,
  emits: ['ResultPosted'],
  homeOnly: true,
  open: (state) => statusIn(state, 'RESULT_READY'),
  decide: (state, { payment, ...posted }) => {
    const fee = settleFee(state ? moneyOf(state).owedVnd : 0, payment);
    return fee.ok ? ok([draftEvent('ResultPosted', { ...posted, ...fee.value })]) : fee;
  },
});

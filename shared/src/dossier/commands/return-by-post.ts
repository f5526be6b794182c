/** Gives the result to the public post; the bill number is the proof. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, optionalText, text } from '../fields.ts';
import { settleFee, unpaidVnd } from '../hand-out.ts';

export const returnByPost = defineCommand({
  name: 'returnByPost',
  input: z.strictObject({
    receiver: text(200),
    address: optionalText(300),
    bill: text(60),
    note,
    feePaid: z.optional(z.boolean()),
    feeReceipt: optionalText(60),
  }),
  ...desk,
  emits: ['ResultPosted'],
  homeOnly: true,
  open: (state) => statusIn(state, 'RESULT_READY'),
  decide: (state, { feePaid, feeReceipt, ...posted }) => {
    const fee = settleFee(unpaidVnd(state?.intake?.feeVnd, state?.feePaidVnd ?? 0), { feePaid, feeReceipt });
    return fee.ok ? ok([draftEvent('ResultPosted', { ...posted, ...fee.value })]) : fee;
  },
});

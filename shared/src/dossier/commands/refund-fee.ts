/** Gives money back that was paid; never more than was. */
import { err, ok } from '../../kernel/result.ts';
import { moneyOf } from '../../judgement/money.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { feeRefunded } from '../events/fee-refunded.ts';

export const refundFee = defineCommand({
  name: 'refundFee',
  input: feeRefunded.schema,
  ...desk,
  emits: ['FeeRefunded'],
  whileContradicted: true,
  open: (state) => feeRefunded.allowed(state, undefined as never),
  decide: (state, input) => {
    const paidVnd = state ? moneyOf(state).paidVnd : 0;
    if (input.amountVnd > paidVnd) return err({ code: 'dossier/nothing-to-refund', paidVnd });
    return ok([draftEvent('FeeRefunded', input)]);
  },
});

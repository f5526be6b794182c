/** Counts anew what is owed, with a reason; nothing that was paid changes. */
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { feeAssessed } from '../events/fee-assessed.ts';

export const assessFee = defineCommand({
  name: 'assessFee',
  input: feeAssessed.schema,
  ...desk,
  emits: ['FeeAssessed'],
  whileContradicted: true,
  open: (state) => feeAssessed.allowed(state, undefined as never),
  decide: (_state, input) => ok([draftEvent('FeeAssessed', input)]),
});

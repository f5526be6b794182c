/** The fee or charge is paid at the desk, at any time after acceptance. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note, paymentFields } from '../fields.ts';

export const payFee = defineCommand({
  name: 'payFee',
  input: z.strictObject({ ...paymentFields, note }),
  ...desk,
  emits: ['FeePaid'],
  whileContradicted: true,
  open: (state) => state?.acceptedAt !== undefined && state.status !== 'VOID',
  decide: (_state, input) => ok([draftEvent('FeePaid', input)]),
});

/** Holds the dossier until a financial obligation is met. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, deskOrSpecialist } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { money, reason } from '../fields.ts';
import { mayAskCitizen } from '../stages.ts';

export const requirePayment = defineCommand({
  name: 'requirePayment',
  input: z.strictObject({ amountVnd: money, reason }),
  ...deskOrSpecialist,
  emits: ['PaymentRequired'],
  handlingOnly: true,
  open: mayAskCitizen,
  decide: (_state, input, { reference }) =>
    ok([draftEvent('PaymentRequired', reference.settings.paymentWait === 'ignore' ? { ...input, clockRuns: true } : input)]),
});

/** Writes down when and to whom the post delivered the result. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { instant, note, optionalText } from '../fields.ts';
import { awaitsDelivery } from '../stages.ts';

export const recordPostDelivery = defineCommand({
  name: 'recordPostDelivery',
  input: z.strictObject({ deliveredAt: instant, receiver: optionalText(200), note }),
  ...desk,
  emits: ['PostDelivered'],
  homeOnly: true,
  open: awaitsDelivery,
  decide: (state, input, { at }) => {
    if (input.deliveredAt > at || input.deliveredAt < (state?.returned?.at ?? 0))
      return err({ code: 'input/invalid', fields: [{ path: 'deliveredAt', problem: 'date' }] });
    return ok([draftEvent('PostDelivered', input)]);
  },
});

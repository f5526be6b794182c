/** The desk has the result in its hands, from the specialist or down from the centre. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, optionalText, outcome, plainDate } from '../fields.ts';

export const finish = defineCommand({
  name: 'finish',
  input: z.strictObject({ outcome, number: optionalText(60), date: z.optional(plainDate), note }),
  ...desk,
  emits: ['DossierFinished'],
  homeOnly: true,
  open: (state) => statusIn(state, 'IN_PROCESS', 'AT_DISTRICT'),
  decide: (_state, input) => ok([draftEvent('DossierFinished', input)]),
});

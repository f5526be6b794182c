/** The records office numbers and seals the signed result. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { daysGone } from '../act-dates.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note, optionalText, plainDate, text } from '../fields.ts';
import { awaitsNumber } from '../stages.ts';

export const number = defineCommand({
  name: 'number',
  input: z.strictObject({ number: text(60), date: plainDate, documentType: optionalText(200), note }),
  ...permit({ COMMUNE: ['seal'], CENTRE: ['seal'] }),
  emits: ['ResultNumbered'],
  heldOnly: true,
  open: awaitsNumber,
  decide: (_state, input, { at }) => daysGone({ date: input.date }, at) ?? ok([draftEvent('ResultNumbered', input)]),
});

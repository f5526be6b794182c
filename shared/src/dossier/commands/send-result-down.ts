/** The centre sends the district's result down to the commune's desk. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note, optionalText, outcome, plainDate } from '../fields.ts';
import { maySendDown } from '../stages.ts';

export const sendResultDown = defineCommand({
  name: 'sendResultDown',
  input: z.strictObject({ outcome, number: optionalText(60), date: z.optional(plainDate), note }),
  ...permit({ CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['ResultSentDown'],
  open: maySendDown,
  decide: (_state, input) => ok([draftEvent('ResultSentDown', input)]),
});

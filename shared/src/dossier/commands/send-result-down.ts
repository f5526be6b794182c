/** The centre sends the district's result down to the commune's desk. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { paperNumber } from '../fields.ts';
import { resolveResult, resultChoice } from '../result-paper.ts';
import { maySendDown } from '../stages.ts';

export const sendResultDown = defineCommand({
  name: 'sendResultDown',
  input: z.strictObject({ result: resultChoice, list: z.optional(paperNumber) }),
  ...permit({ CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['ResultSentDown'],
  open: maySendDown,
  decide: (_state, { result: told, list }, context) => {
    const result = resolveResult(told, context);
    return result.ok ? ok([draftEvent('ResultSentDown', { result: result.value, ...(list === undefined ? {} : { list }) })]) : result;
  },
});

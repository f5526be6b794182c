/** The desk has the result in its hands, from the specialist or down from the centre. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { lateFact, resolveResult, resultChoice } from '../result-paper.ts';

export const finish = defineCommand({
  name: 'finish',
  input: z.strictObject({ result: resultChoice, late: z.optional(lateFact) }),
  ...desk,
  emits: ['DossierFinished'],
  homeOnly: true,
  open: (state) => statusIn(state, 'IN_PROCESS', 'AT_DISTRICT'),
  decide: (_state, { result: told, late }, context) => {
    const result = resolveResult(told, context);
    return result.ok ? ok([draftEvent('DossierFinished', { result: result.value, ...(late === undefined ? {} : { late }) })]) : result;
  },
});

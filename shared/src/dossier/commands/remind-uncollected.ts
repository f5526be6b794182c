/** Reminds the citizen that the result waits. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note } from '../fields.ts';

export const remindUncollected = defineCommand({
  name: 'remindUncollected',
  input: z.strictObject({ by: z.enum(['CALL', 'SMS', 'LETTER', 'OTHER']), note }),
  ...desk,
  emits: ['UncollectedReminded'],
  homeOnly: true,
  open: (state) => statusIn(state, 'RESULT_READY'),
  decide: (_state, input) => ok([draftEvent('UncollectedReminded', input)]),
});

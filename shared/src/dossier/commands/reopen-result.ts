/** Takes a result back to work before anybody got it. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const reopenResult = defineCommand({
  name: 'reopenResult',
  input: z.strictObject({ reason }),
  ...desk,
  emits: ['ResultReopened'],
  homeOnly: true,
  open: (state) => statusIn(state, 'RESULT_READY'),
  decide: (_state, input) => ok([draftEvent('ResultReopened', input)]),
});

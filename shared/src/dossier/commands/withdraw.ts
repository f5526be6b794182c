/** The citizen takes the dossier back before a decision. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { openStatuses, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const withdraw = defineCommand({
  name: 'withdraw',
  input: z.strictObject({ reason }),
  ...desk,
  emits: ['DossierWithdrawn'],
  open: (state) => statusIn(state, ...openStatuses) && state.result === undefined,
  decide: (_state, input) => ok([draftEvent('DossierWithdrawn', input)]),
});

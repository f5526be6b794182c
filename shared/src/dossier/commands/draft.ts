/** Keeps a case as a draft at the desk, or changes one. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { intake, note } from '../fields.ts';

export const draft = defineCommand({
  name: 'draft',
  input: z.strictObject({ intake: z.optional(intake), note }),
  ...desk,
  emits: ['DossierDrafted'],
  homeOnly: true,
  open: (state) => state === undefined || statusIn(state, 'DRAFT'),
  decide: (_state, input) => ok([draftEvent('DossierDrafted', input)]),
});

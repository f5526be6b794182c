/** Hands the accepted file to the specialist. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, text } from '../fields.ts';

export const forward = defineCommand({
  name: 'forward',
  input: z.strictObject({ to: text(200), note }),
  ...desk,
  emits: ['DossierForwarded'],
  homeOnly: true,
  open: (state) => statusIn(state, 'ACCEPTED'),
  decide: (_state, input) => ok([draftEvent('DossierForwarded', input)]),
});

/** The leader signed the result. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note } from '../fields.ts';

export const sign = defineCommand({
  name: 'sign',
  input: z.strictObject({ note }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer'] }),
  emits: ['ResultSigned'],
  homeOnly: true,
  open: (state) => statusIn(state, 'IN_PROCESS') && state.step === 'AWAITING_SIGNATURE',
  decide: (_state, input) => ok([draftEvent('ResultSigned', input)]),
});

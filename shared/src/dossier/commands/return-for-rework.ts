/** The leader sends the draft back to the specialist. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const returnForRework = defineCommand({
  name: 'returnForRework',
  input: z.strictObject({ reason }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer'] }),
  emits: ['ReworkRequested'],
  homeOnly: true,
  open: (state) => statusIn(state, 'IN_PROCESS') && state.step === 'AWAITING_SIGNATURE',
  decide: (_state, input) => ok([draftEvent('ReworkRequested', input)]),
});

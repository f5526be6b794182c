/** The leader sends the draft back to the specialist. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { reason } from '../fields.ts';
import { awaitsSignature } from '../stages.ts';

export const returnForRework = defineCommand({
  name: 'returnForRework',
  input: z.strictObject({ reason }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer'] }),
  emits: ['ReworkRequested'],
  heldOnly: true,
  open: awaitsSignature,
  decide: (_state, input) => ok([draftEvent('ReworkRequested', input)]),
});

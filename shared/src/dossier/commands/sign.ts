/** The leader signed the result. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note } from '../fields.ts';
import { resolveLeader } from '../slips.ts';
import { awaitsSignature } from '../stages.ts';

export const sign = defineCommand({
  name: 'sign',
  input: z.strictObject({ note }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer'] }),
  emits: ['ResultSigned'],
  heldOnly: true,
  open: awaitsSignature,
  decide: (_state, input, context) => {
    const leader = resolveLeader(undefined, context);
    return leader.ok ? ok([draftEvent('ResultSigned', { signer: leader.value, ...input })]) : leader;
  },
});

/** Gives the file to another officer, who is named by the roster where he is in it. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { instant, reason } from '../fields.ts';
import { recipientChoice, resolveRecipient } from '../recipient.ts';
import { mayReassign } from '../stages.ts';

export const reassign = defineCommand({
  name: 'reassign',
  input: z.strictObject({ to: recipientChoice, reason, stepDue: z.optional(instant) }),
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['Reassigned'],
  heldOnly: true,
  open: mayReassign,
  decide: (_state, { to, ...rest }, { at, office, reference }) => {
    const receiver = resolveRecipient(to, office, reference);
    if (!receiver.ok) return receiver;
    if (rest.stepDue !== undefined && rest.stepDue <= at)
      return err({ code: 'input/invalid', fields: [{ path: 'stepDue', problem: 'past' }] });
    return ok([draftEvent('Reassigned', { to: receiver.value, ...rest })]);
  },
});

/** The specialist's draft goes to the leader. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, deskOrSpecialist } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note } from '../fields.ts';
import { recipientChoice, resolveRecipient } from '../recipient.ts';
import { mayAskSignature } from '../stages.ts';

export const submitForSignature = defineCommand({
  name: 'submitForSignature',
  input: z.strictObject({ to: z.optional(recipientChoice), note }),
  ...deskOrSpecialist,
  emits: ['SignatureRequested'],
  heldOnly: true,
  open: mayAskSignature,
  decide: (_state, { to, ...rest }, { office, reference }) => {
    const leader = to === undefined ? undefined : resolveRecipient(to, office, reference);
    if (leader?.ok === false) return leader;
    return ok([draftEvent('SignatureRequested', { ...(leader ? { to: leader.value } : {}), ...rest })]);
  },
});

/** The specialist's draft goes to the leader. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, deskOrSpecialist } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, optionalText } from '../fields.ts';

export const submitForSignature = defineCommand({
  name: 'submitForSignature',
  input: z.strictObject({ to: optionalText(200), note }),
  ...deskOrSpecialist,
  emits: ['SignatureRequested'],
  homeOnly: true,
  open: (state) => statusIn(state, 'IN_PROCESS') && state.step !== 'AWAITING_SIGNATURE' && state.step !== 'SIGNED_NUMBERING',
  decide: (_state, input) => ok([draftEvent('SignatureRequested', input)]),
});

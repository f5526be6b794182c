/** Gives the file back to the desk. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, deskOrSpecialist } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { paperNumber, reason } from '../fields.ts';
import { mayHandBack } from '../stages.ts';

export const handBack = defineCommand({
  name: 'handBack',
  input: z.strictObject({ reason, list: z.optional(paperNumber) }),
  ...deskOrSpecialist,
  emits: ['HandedBack'],
  heldOnly: true,
  open: mayHandBack,
  decide: (_state, input) => ok([draftEvent('HandedBack', input)]),
});

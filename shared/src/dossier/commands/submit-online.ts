/** Writes down a submission that came through the portal. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { intake, optionalText } from '../fields.ts';

export const submitOnline = defineCommand({
  name: 'submitOnline',
  input: z.strictObject({ intake, reference: optionalText(100) }),
  ...desk,
  emits: ['DossierSubmittedOnline'],
  open: (state) => state === undefined,
  decide: (_state, input) => ok([draftEvent('DossierSubmittedOnline', input)]),
});

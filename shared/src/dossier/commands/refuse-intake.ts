/** Does not take the dossier in, with the reason for Mẫu 03. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { beforeIntake } from '../evolve.ts';
import { intake, reason } from '../fields.ts';

export const refuseIntake = defineCommand({
  name: 'refuseIntake',
  input: z.strictObject({ reason, intake: z.optional(intake) }),
  ...desk,
  emits: ['IntakeRefused'],
  homeOnly: true,
  open: beforeIntake,
  decide: (_state, input) => ok([draftEvent('IntakeRefused', input)]),
});

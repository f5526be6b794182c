/** Guides the citizen, once and completely, to what is missing (Mẫu 02 at intake). */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { beforeIntake } from '../evolve.ts';
import { intake, missingPapers, reason } from '../fields.ts';

export const guide = defineCommand({
  name: 'guide',
  input: z.strictObject({ reason, missing: missingPapers, intake: z.optional(intake) }),
  ...desk,
  emits: ['CitizenGuided'],
  homeOnly: true,
  open: beforeIntake,
  decide: (_state, input) => ok([draftEvent('CitizenGuided', input)]),
});

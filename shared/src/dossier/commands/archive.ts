/** Puts a closed file into the archive. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, text } from '../fields.ts';

export const archive = defineCommand({
  name: 'archive',
  input: z.strictObject({ archiveNumber: text(60), note }),
  ...permit({ COMMUNE: ['clerk', 'seal'], CENTRE: ['district_clerk', 'seal'] }),
  emits: ['DossierArchived'],
  homeOnly: true,
  open: (state) => statusIn(state, 'RETURNED', 'REFUSED_INTAKE', 'WITHDRAWN', 'STOPPED'),
  decide: (_state, input) => ok([draftEvent('DossierArchived', input)]),
});

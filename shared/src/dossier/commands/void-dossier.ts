/** Takes back an entry made in error, on the civil day of its acceptance only. Its code is burnt. */
import * as z from 'zod/mini';
import { instantToPlainDate } from '../../kernel/instant.ts';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const voidDossier = defineCommand({
  name: 'voidDossier',
  input: z.strictObject({ reason }),
  ...permit({ COMMUNE: ['clerk', 'signer', 'commune_admin'], CENTRE: ['district_clerk', 'signer', 'district_admin'] }),
  emits: ['DossierVoided'],
  homeOnly: true,
  whileContradicted: true,
  open: (state) => statusIn(state, 'DRAFT', 'ACCEPTED'),
  decide: (state, input, { at }) => {
    const acceptedAt = state?.acceptedAt;
    if (acceptedAt !== undefined && instantToPlainDate(at) !== instantToPlainDate(acceptedAt))
      return err({ code: 'dossier/void-not-same-day', acceptedAt });
    return ok([draftEvent('DossierVoided', input)]);
  },
});

/** Asks for more papers after appraisal, once; a second time only by a signer with a reason of his own. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { missingPapers, reason } from '../fields.ts';
import { mayAskCitizen } from '../stages.ts';

export const requestSupplement = defineCommand({
  name: 'requestSupplement',
  input: z.strictObject({ reason, missing: missingPapers, override: z.optional(z.strictObject({ reason })) }),
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['SupplementRequested'],
  open: mayAskCitizen,
  decide: (state, { override, ...request }, { actor }) => {
    if ((state?.supplementCount ?? 0) === 0) return ok([draftEvent('SupplementRequested', request)]);
    if (!override) return err({ code: 'dossier/supplement-already-requested' });
    if (!actor.roles.includes('signer')) return err({ code: 'access/role', needed: ['signer'] });
    return ok([draftEvent('SupplementRequested', { ...request, override: { by: actor.id, reason: override.reason } })]);
  },
});

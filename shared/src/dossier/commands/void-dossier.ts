/**
 * Takes back an entry made in error, on the civil day of its acceptance only, also where it was forwarded or its certified copy handed out. Once it was accepted a
 * leader agrees. Its code is burnt.
 */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { reason } from '../fields.ts';
import { resolveLeader, signerChoice } from '../slips.ts';
import { mayVoid, voidRefusal } from '../stages.ts';

export const voidDossier = defineCommand({
  name: 'voidDossier',
  input: z.strictObject({ reason, approvedBy: z.optional(signerChoice) }),
  ...permit({ COMMUNE: ['clerk', 'signer', 'commune_admin'], CENTRE: ['district_clerk', 'signer', 'district_admin'] }),
  emits: ['DossierVoided'],
  homeOnly: true,
  whileContradicted: true,
  open: mayVoid,
  barred: voidRefusal,
  decide: (state, { reason: why, approvedBy }, context) => {
    if (state?.acceptedAt === undefined) return ok([draftEvent('DossierVoided', { reason: why })]);
    const leader = resolveLeader(approvedBy, context);
    if (!leader.ok) return err({ code: 'input/invalid', fields: [{ path: 'approvedBy', problem: 'required' }] });
    return ok([draftEvent('DossierVoided', { reason: why, approvedBy: leader.value })]);
  },
});

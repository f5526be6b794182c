/** The head of the desk reopens a contradiction that was settled wrongly. */
import * as z from 'zod/mini';
import { eventKey } from '../../kernel/ids.ts';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { eventRef, reason } from '../fields.ts';

export const reopenContradiction = defineCommand({
  name: 'reopenContradiction',
  input: z.strictObject({ settlement: eventRef, reason }),
  ...permit({ COMMUNE: ['signer', 'commune_admin'], CENTRE: ['signer', 'district_admin'] }),
  emits: ['ContradictionReopened'],
  whileContradicted: true,
  settles: true,
  open: (state) => state !== undefined && state.settlements.length > 0,
  decide: (state, input) => {
    const found = state?.settlements.find(({ by }) => eventKey(by) === eventKey(input.settlement));
    if (!found) return err({ code: 'dossier/nothing-to-settle' });
    return ok([draftEvent('ContradictionReopened', { ...input, acts: [...found.kept, ...found.dropped] })]);
  },
});

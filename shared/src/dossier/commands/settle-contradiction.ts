/** A person decides between two sides that exclude each other: the first, which stands, or the second, which waits. One choice, one reason, for all their acts. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { findContradiction } from '../events/contradiction-settled.ts';
import { draftEvent } from '../draft.ts';
import { eventRef, reason } from '../fields.ts';

export const settleContradiction = defineCommand({
  name: 'settleContradiction',
  input: z.strictObject({ event: eventRef, keep: z.enum(['FIRST', 'SECOND']), reason }),
  ...permit({ COMMUNE: ['clerk', 'signer', 'commune_admin'], CENTRE: ['district_clerk', 'signer', 'district_admin'] }),
  emits: ['ContradictionSettled'],
  whileContradicted: true,
  settles: true,
  open: (state) => state !== undefined && state.contradictions.length > 0,
  decide: (state, input) => {
    const found = findContradiction(state, input.event);
    if (!found) return err({ code: 'dossier/nothing-to-settle' });
    const [first, second] = [found.sides[0].acts, found.sides[1].acts];
    const [kept, dropped] = input.keep === 'FIRST' ? [first, second] : [second, first];
    return ok([draftEvent('ContradictionSettled', { kept, dropped, reason: input.reason })]);
  },
});

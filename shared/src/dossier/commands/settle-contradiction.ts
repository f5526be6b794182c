/** A person decides between two acts that exclude each other: leave it as it is ('FIRST') or let the second one take effect ('SECOND'). */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { findContradiction } from '../events/contradiction-settled.ts';
import { eventRef, reason } from '../fields.ts';

export const settleContradiction = defineCommand({
  name: 'settleContradiction',
  input: z.strictObject({ event: eventRef, keep: z.enum(['FIRST', 'SECOND']), reason }),
  ...permit({ COMMUNE: ['clerk', 'signer', 'commune_admin'], CENTRE: ['district_clerk', 'signer', 'district_admin'] }),
  emits: ['ContradictionSettled'],
  whileContradicted: true,
  open: (state) => state !== undefined && state.contradictions.some((one) => one.settled === undefined),
  decide: (state, input) => {
    const target = findContradiction(state, input.event);
    if (!target || target.settled) return err({ code: 'dossier/nothing-to-settle' });
    return ok([draftEvent('ContradictionSettled', input)]);
  },
});

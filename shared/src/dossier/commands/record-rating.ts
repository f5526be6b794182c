/**
 * Keeps what the citizen said of the service. It is done on the citizen's own page and nowhere else: where it came from is written here and is no part of
 * what is asked for. Open once, when the result was handed over at the counter, for whoever got it by post is not there.
 */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { ratingFields } from '../events/citizen-rated.ts';

export const recordRating = defineCommand({
  name: 'recordRating',
  input: z.strictObject(ratingFields),
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['CitizenRated'],
  whileContradicted: true,
  open: (state) => state?.status === 'RETURNED' && state.returned?.channel !== 'POST' && state.rating === undefined,
  decide: (_state, input) => ok([draftEvent('CitizenRated', { ...input, source: 'CITIZEN_PAGE' })]),
});

/** Keeps what the citizen said of the service. */
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { citizenRated } from '../events/citizen-rated.ts';

export const recordRating = defineCommand({
  name: 'recordRating',
  input: citizenRated.schema,
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['CitizenRated'],
  whileContradicted: true,
  open: (state) => citizenRated.allowed(state, undefined as never),
  decide: (_state, input) => ok([draftEvent('CitizenRated', input)]),
});

/** Takes down what the agency answered. */
import { ok } from '../../kernel/result.ts';
import { daysGone } from '../act-dates.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { verificationAnswered } from '../events/verification-answered.ts';

export const recordVerification = defineCommand({
  name: 'recordVerification',
  input: verificationAnswered.schema,
  ...permit({ COMMUNE: ['clerk', 'specialist'], CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['VerificationAnswered'],
  heldOnly: true,
  open: (state) => verificationAnswered.allowed(state, undefined as never),
  decide: (_state, input, { at }) => daysGone({ date: input.date }, at) ?? ok([draftEvent('VerificationAnswered', input)]),
});

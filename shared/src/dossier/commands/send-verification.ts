/** Asks another agency to verify. */
import { ok } from '../../kernel/result.ts';
import { daysToCome } from '../act-dates.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { verificationSent } from '../events/verification-sent.ts';

export const sendVerification = defineCommand({
  name: 'sendVerification',
  input: verificationSent.schema,
  ...permit({ COMMUNE: ['clerk', 'specialist'], CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['VerificationSent'],
  heldOnly: true,
  open: (state) => verificationSent.allowed(state, undefined as never),
  decide: (_state, input, { at }) => daysToCome({ answerBy: input.answerBy }, at) ?? ok([draftEvent('VerificationSent', input)]),
});

/** Takes down a complaint about this dossier. */
import { ok } from '../../kernel/result.ts';
import { daysToCome } from '../act-dates.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { complaintReceived } from '../events/complaint-received.ts';

export const recordComplaint = defineCommand({
  name: 'recordComplaint',
  input: complaintReceived.schema,
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['ComplaintReceived'],
  whileContradicted: true,
  open: (state) => complaintReceived.allowed(state, undefined as never),
  decide: (_state, input, { at }) => daysToCome({ answerBy: input.answerBy }, at) ?? ok([draftEvent('ComplaintReceived', input)]),
});

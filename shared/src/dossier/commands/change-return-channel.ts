/** Changes how the result goes to the citizen, as long as it has not. */
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { returnChannelChanged } from '../events/return-channel-changed.ts';
import { mayChangeReturnChannel } from '../stages.ts';

export const changeReturnChannel = defineCommand({
  name: 'changeReturnChannel',
  input: returnChannelChanged.schema,
  ...desk,
  emits: ['ReturnChannelChanged'],
  handlingOnly: true,
  whileContradicted: true,
  open: mayChangeReturnChannel,
  decide: (_state, input) => ok([draftEvent('ReturnChannelChanged', input)]),
});

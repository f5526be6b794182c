/** The receiver writes down that he has the paper file. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note } from '../fields.ts';
import { mayAcknowledgeHandover } from '../stages.ts';

export const acknowledgeHandover = defineCommand({
  name: 'acknowledgeHandover',
  input: z.strictObject({ note }),
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['HandoverAcknowledged'],
  heldOnly: true,
  open: mayAcknowledgeHandover,
  decide: (_state, input) => ok([draftEvent('HandoverAcknowledged', input)]),
});

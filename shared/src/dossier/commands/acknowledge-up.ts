/** The centre confirms that it has the paper file. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note } from '../fields.ts';

export const acknowledgeUp = defineCommand({
  name: 'acknowledgeUp',
  input: z.strictObject({ note }),
  ...permit({ CENTRE: ['district_clerk'] }),
  emits: ['UpTransferAcknowledged'],
  open: (state) => statusIn(state, 'AT_DISTRICT') && state.step === 'IN_TRANSIT_UP',
  decide: (_state, input) => ok([draftEvent('UpTransferAcknowledged', input)]),
});

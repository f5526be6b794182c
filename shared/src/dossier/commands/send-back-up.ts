/** The centre sends a wrong or incomplete transfer back to the commune, with a reason. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const sendBackUp = defineCommand({
  name: 'sendBackUp',
  input: z.strictObject({ reason }),
  ...permit({ CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['UpTransferSentBack'],
  open: (state) => statusIn(state, 'AT_DISTRICT') && state.step !== 'IN_TRANSIT_DOWN',
  decide: (_state, input) => ok([draftEvent('UpTransferSentBack', input)]),
});

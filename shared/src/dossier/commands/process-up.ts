/** The centre hands the file to a specialised agency of the district. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, text } from '../fields.ts';

export const processUp = defineCommand({
  name: 'processUp',
  input: z.strictObject({ to: text(200), note }),
  ...permit({ CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['UpTransferProcessing'],
  open: (state) => statusIn(state, 'AT_DISTRICT') && state.step === 'RECEIVED_UP',
  decide: (_state, input) => ok([draftEvent('UpTransferProcessing', input)]),
});

/** The centre hands the file to a specialised agency of the district. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { decideHandOverTo, handOverTo } from '../hand-over.ts';

export const processUp = defineCommand({
  name: 'processUp',
  input: z.strictObject(handOverTo),
  ...permit({ CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['UpTransferProcessing'],
  open: (state) => statusIn(state, 'AT_DISTRICT') && state.step === 'RECEIVED_UP',
  decide: (state, input, context) => {
    const handed = decideHandOverTo(state, input, context);
    return handed.ok ? ok([draftEvent('UpTransferProcessing', handed.value)]) : handed;
  },
});

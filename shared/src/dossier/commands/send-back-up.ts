/** The centre sends a wrong or incomplete transfer back to the commune, with a reason. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { paperNumber, reason } from '../fields.ts';
import { maySendBackUp } from '../stages.ts';

export const sendBackUp = defineCommand({
  name: 'sendBackUp',
  input: z.strictObject({ reason, list: z.optional(paperNumber) }),
  ...permit({ CENTRE: ['district_clerk', 'district_specialist'] }),
  emits: ['UpTransferSentBack'],
  open: maySendBackUp,
  decide: (_state, input) => ok([draftEvent('UpTransferSentBack', input)]),
});

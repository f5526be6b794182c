/** The leader stops the processing on a legal ground. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { reason, text } from '../fields.ts';
import { issueSlip, signerChoice, stopReason } from '../slips.ts';
import { mayStop } from '../stages.ts';

export const stop = defineCommand({
  name: 'stop',
  input: z.strictObject({ reason, class: stopReason, signer: z.optional(signerChoice), ground: text(500) }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer'] }),
  emits: ['DossierStopped'],
  handlingOnly: true,
  open: mayStop,
  decide: (state, { reason: why, class: kind, ground, signer }, context) => {
    const slip = issueSlip('STOP_NOTICE', 'LEADER', { signer }, context, state?.intake);
    return slip.ok ? ok([draftEvent('DossierStopped', { reason: why, class: kind, slip: { ...slip.value, ground } })]) : slip;
  },
});

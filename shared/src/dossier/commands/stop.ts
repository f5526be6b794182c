/** The leader stops the processing on a legal ground. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { openStatuses, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const stop = defineCommand({
  name: 'stop',
  input: z.strictObject({ reason }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer', 'district_admin'] }),
  emits: ['DossierStopped'],
  open: (state) => statusIn(state, ...openStatuses),
  decide: (_state, input) => ok([draftEvent('DossierStopped', input)]),
});

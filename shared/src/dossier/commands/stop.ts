/** The leader stops the processing on a legal ground. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { reason } from '../fields.ts';
import { mayStop } from '../stages.ts';

export const stop = defineCommand({
  name: 'stop',
  input: z.strictObject({ reason }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer'] }),
  emits: ['DossierStopped'],
  open: mayStop,
  decide: (_state, input) => ok([draftEvent('DossierStopped', input)]),
});

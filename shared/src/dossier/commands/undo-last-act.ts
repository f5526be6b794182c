/** Takes back the officer's own last act on this dossier. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note } from '../fields.ts';
import { mayUndo } from '../stages.ts';

export const undoLastAct = defineCommand({
  name: 'undoLastAct',
  input: z.strictObject({ note }),
  ...permit({
    COMMUNE: ['clerk', 'specialist', 'signer', 'seal'],
    CENTRE: ['district_clerk', 'district_specialist', 'signer', 'seal'],
  }),
  emits: ['LastActUndone'],
  open: mayUndo,
  decide: (state, input, { actor, device }) => {
    const last = state?.lastAct;
    if (!last || last.by !== actor.id || last.device !== device) return err({ code: 'dossier/not-your-act' });
    return ok([draftEvent('LastActUndone', { event: { device: last.device, seq: last.seq }, ...input })]);
  },
});

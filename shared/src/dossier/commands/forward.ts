/** Hands the file at the desk to the specialist, for the first time or after he gave it back. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { decideHandOverTo, handOverTo } from '../hand-over.ts';
import { mayForward } from '../stages.ts';

export const forward = defineCommand({
  name: 'forward',
  input: z.strictObject(handOverTo),
  ...desk,
  emits: ['DossierForwarded'],
  homeOnly: true,
  open: mayForward,
  decide: (state, input, context) => {
    const handed = decideHandOverTo(state, input, context);
    return handed.ok ? ok([draftEvent('DossierForwarded', handed.value)]) : handed;
  },
});

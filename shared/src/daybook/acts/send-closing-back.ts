/** The head of the desk does not agree, and says why; the officer closes the day again. */
import * as z from 'zod/mini';
import { eventRef, reason } from '../../dossier/fields.ts';
import { ok } from '../../kernel/result.ts';
import { defineDayAct } from '../define-act.ts';
import { headOfDesk, judgedClosing, withVerdict } from '../judge-closing.ts';

export const sendClosingBack = defineDayAct({
  type: 'ClosingSentBack',
  version: 1,
  input: z.strictObject({ reason }),
  schema: z.strictObject({ closing: eventRef, reason }),
  ...headOfDesk,
  decide: (state, input, { actor }) => {
    const found = judgedClosing(state, actor.id);
    return found.ok ? ok({ ...found.value, reason: input.reason }) : found;
  },
  evolve: (state, event) => withVerdict(state, event, 'SENT_BACK'),
});

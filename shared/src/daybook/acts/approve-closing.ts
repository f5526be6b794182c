/** The head of the desk agrees with the closing, as a second person. */
import * as z from 'zod/mini';
import { eventRef } from '../../dossier/fields.ts';
import { defineDayAct } from '../define-act.ts';
import { headOfDesk, judgedClosing, withVerdict } from '../judge-closing.ts';

export const approveClosing = defineDayAct({
  type: 'ClosingApproved',
  version: 1,
  input: z.strictObject({}),
  schema: z.strictObject({ closing: eventRef }),
  ...headOfDesk,
  decide: (state, _input, { actor }) => judgedClosing(state, actor.id),
  evolve: (state, event) => withVerdict(state, event, 'APPROVED'),
});

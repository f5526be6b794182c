/**
 * The head of the desk lets new dossiers be accepted although the desk works on what is too old (`judgement/too-old.ts`), and says why. It holds on the device on
 * which it was done and to the end of the day on which it was done, because it is of that day.
 */
import * as z from 'zod/mini';
import { reason } from '../../dossier/fields.ts';
import { ok } from '../../kernel/result.ts';
import { defineDayAct } from '../define-act.ts';
import { headOfDesk } from '../judge-closing.ts';

const data = z.strictObject({ reason });

export const liftFreeze = defineDayAct({
  type: 'FreezeLifted',
  version: 1,
  input: data,
  schema: data,
  ...headOfDesk,
  decide: (_state, input) => ok(input),
  evolve: (state, { device, at, actor, data: { reason: why } }) => ({
    ...state,
    freezeLifts: [...state.freezeLifts, { device, at, by: actor, reason: why }],
  }),
});

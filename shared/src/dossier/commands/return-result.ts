/** Hands the result to the citizen or his proxy. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { moneyOf } from '../../judgement/money.ts';
import { defineCommand, desk } from '../command.ts';
import { decideHandOut, handOutFields } from '../hand-out.ts';
import { mayReturn } from '../stages.ts';

export const returnResult = defineCommand({
  name: 'returnResult',
  input: z.strictObject(handOutFields),
  ...desk,
  emits: ['ResultReturned'],
  homeOnly: true,
  open: mayReturn,
  decide: (state, input) => {
    const event = decideHandOut(state ? moneyOf(state).owedVnd : 0, input);
    return event.ok ? ok([event.value]) : event;
  },
});

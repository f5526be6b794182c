/** Notes that a form was printed. */
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { roles } from '../../reference/staff.ts';
import { draftEvent } from '../draft.ts';
import { formPrinted } from '../events/form-printed.ts';

export const recordPrint = defineCommand({
  name: 'recordPrint',
  input: formPrinted.schema,
  ...permit({ COMMUNE: roles, CENTRE: roles }),
  emits: ['FormPrinted'],
  whileContradicted: true,
  open: (state) => formPrinted.allowed(state, undefined as never),
  decide: (_state, input) => ok([draftEvent('FormPrinted', input)]),
});

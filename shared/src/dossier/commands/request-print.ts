/** Asks the office's printer for a form of the dossier. */
import { ok } from '../../kernel/result.ts';
import { roles } from '../../reference/staff.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { printRequested } from '../events/print-requested.ts';

export const requestPrint = defineCommand({
  name: 'requestPrint',
  input: printRequested.schema,
  ...permit({ COMMUNE: roles, CENTRE: roles }),
  emits: ['PrintRequested'],
  whileContradicted: true,
  open: (state) => state !== undefined,
  decide: (_state, input) => ok([draftEvent('PrintRequested', input)]),
});

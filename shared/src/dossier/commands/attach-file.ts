/** Says that a file belongs to the dossier. */
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { fileAttached } from '../events/file-attached.ts';

export const attachFile = defineCommand({
  name: 'attachFile',
  input: fileAttached.schema,
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['FileAttached'],
  whileContradicted: true,
  open: (state) => fileAttached.allowed(state, undefined as never),
  decide: (state, input) => {
    const isKnown = input.paper === undefined || state?.intake?.papers.some(({ id }) => id === input.paper) === true;
    return isKnown
      ? ok([draftEvent('FileAttached', input)])
      : err({ code: 'input/invalid', fields: [{ path: 'paper', problem: 'invalid' }] });
  },
});

/** Corrects who the owner is, with a reason. */
import { err, ok } from '../../kernel/result.ts';
import { daysGone } from '../act-dates.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { identityCorrected } from '../events/identity-corrected.ts';

export const correctIdentity = defineCommand({
  name: 'correctIdentity',
  input: identityCorrected.schema,
  ...desk,
  emits: ['IdentityCorrected'],
  whileContradicted: true,
  open: (state) => identityCorrected.allowed(state, undefined as never),
  decide: (_state, input, { at }) => {
    const { reason: _why, ...corrected } = input;
    if (Object.keys(corrected).length === 0) return err({ code: 'input/invalid', fields: [{ path: '', problem: 'required' }] });
    const { birthDate, idIssuedOn } = corrected;
    return daysGone({ birthDate, idIssuedOn }, at) ?? ok([draftEvent('IdentityCorrected', input)]);
  },
});

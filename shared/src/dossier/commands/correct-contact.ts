/** Corrects the owner's phone, address or e-mail. Touches nothing that was promised. */
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { contactCorrected } from '../events/contact-corrected.ts';

export const correctContact = defineCommand({
  name: 'correctContact',
  input: contactCorrected.schema,
  ...desk,
  emits: ['ContactCorrected'],
  whileContradicted: true,
  open: (state) => state?.intake !== undefined && state.status !== 'VOID',
  decide: (_state, input) => {
    const { clear = [], ...given } = input;
    if (clear.length === 0 && Object.keys(given).length === 0)
      return err({ code: 'input/invalid', fields: [{ path: '', problem: 'required' }] });
    return ok([draftEvent('ContactCorrected', input)]);
  },
});

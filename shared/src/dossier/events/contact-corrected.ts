/** The owner's phone, address, e-mail or the address for the post changed or was mistyped. `clear` names what has to be emptied. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { optionalText } from '../fields.ts';

export const contactCorrected = defineEvent({
  type: 'ContactCorrected',
  version: 1,
  schema: z.strictObject({
    phone: optionalText(30),
    address: optionalText(300),
    email: optionalText(120),
    returnAddress: optionalText(300),
    clear: z.optional(z.array(z.enum(['phone', 'address', 'email', 'returnAddress'])).check(z.maxLength(4))),
  }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state?.intake !== undefined && state.status !== 'VOID',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    if (!base.intake) return base;
    const { clear = [], ...given } = event.data;
    const value = (key: keyof typeof given, old: string | undefined) => given[key] ?? (clear.includes(key) ? undefined : old);
    const { owner, returnAddress } = base.intake;
    return {
      ...base,
      intake: {
        ...base.intake,
        owner: {
          ...owner,
          phone: value('phone', owner.phone),
          address: value('address', owner.address),
          email: value('email', owner.email),
        },
        returnAddress: value('returnAddress', returnAddress),
      },
    };
  },
});

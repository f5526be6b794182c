/** A name, birth date, sex or number of the owner was taken down wrongly. What was printed stays printed; the correction says why, and on what paper it rests. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { optionalText, partialDate, plainDate, reason } from '../fields.ts';

export const identityCorrected = defineEvent({
  type: 'IdentityCorrected',
  version: 1,
  schema: z.strictObject({
    fullName: optionalText(200),
    birthDate: z.optional(partialDate),
    sex: z.optional(z.enum(['MALE', 'FEMALE'])),
    idNumber: optionalText(32),
    idIssuedOn: z.optional(plainDate),
    reason,
  }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state?.intake !== undefined && state.status !== 'VOID',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    if (!base.intake) return base;
    const { reason: _why, fullName = base.intake.owner.fullName, ...corrected } = event.data;
    return { ...base, intake: { ...base.intake, owner: { ...base.intake.owner, ...corrected, fullName } } };
  },
});

/** What is owed was counted again (pages and copies, an item forgotten, an exemption): the whole list of items as it is from now on (domain §13.2 no. 10). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { feeItems, reason } from '../fields.ts';

export const feeAssessed = defineEvent({
  type: 'FeeAssessed',
  version: 1,
  schema: z.strictObject({ fees: feeItems, reason }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state?.acceptedAt !== undefined && state.status !== 'VOID',
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), fees: event.data.fees }),
});

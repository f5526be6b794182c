/** The fee or charge was paid at the desk (biên lai number). Touches only the finance axis. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { money, note, optionalText } from '../fields.ts';

export const feePaid = defineEvent({
  type: 'FeePaid',
  version: 1,
  schema: z.strictObject({ amountVnd: money, receipt: optionalText(60), note }),
  touches: ['finance'],
  upcasts: [],
  allowed: (state) => state?.acceptedAt !== undefined && state.status !== 'VOID',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      feePaidVnd: base.feePaidVnd + event.data.amountVnd,
      ...(event.data.receipt === undefined ? {} : { feeReceipt: event.data.receipt }),
    };
  },
});

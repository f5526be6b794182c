/** Money was given back, by what way, why and under which voucher. */
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { refund } from '../fields.ts';

export const feeRefunded = defineEvent({
  type: 'FeeRefunded',
  version: 1,
  schema: refund,
  isAct: false,
  upcasts: [],
  // Also of an entry made in error: its fee was paid all the same.
  allowed: (state) => state?.acceptedAt !== undefined,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return { ...base, refunds: [...base.refunds, { ...event.data, at: event.at, by: event.actor }] };
  },
});

/** The fee or charge was paid at the desk (biên lai number). Touches only the finance axis. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, pay } from '../evolve.ts';
import { note, paymentFields } from '../fields.ts';

export const feePaid = defineEvent({
  type: 'FeePaid',
  version: 1,
  schema: z.strictObject({ ...paymentFields, note }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state?.acceptedAt !== undefined && state.status !== 'VOID',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { note: _remark, ...payment } = event.data;
    return { ...base, ...pay(base, event, payment) };
  },
});

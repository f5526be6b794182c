/** A form went to the printer: which, how many copies, and whether it was printed before ("In lại"). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { count } from '../fields.ts';

export const formPrinted = defineEvent({
  type: 'FormPrinted',
  version: 1,
  schema: z.strictObject({
    form: z.enum([
      'RECEIPT',
      'RECEIPT_REISSUED',
      'SUPPLEMENT',
      'REFUSAL',
      'APOLOGY',
      'REFUSAL_RESULT',
      'STOP_NOTICE',
      'WITHDRAWAL',
      'CONTROL_SLIP',
      'TRANSFER_SLIP',
      'HANDOVER_LIST',
    ]),
    copies: count(99),
    again: z.boolean(),
  }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined,
  evolve: (state, event) => state ?? openDossier(event),
});

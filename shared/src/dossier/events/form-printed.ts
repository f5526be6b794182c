/**
 * A form went to the printer: which, how many copies, and whether it was printed before ("In lại"). What the log holds nowhere else and stood on the paper is kept here,
 * so that printed again it is the same paper.
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { count, optionalText } from '../fields.ts';

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
    /** Who was named as having stated the time. */
    statedBy: optionalText(300),
  }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined,
  evolve: (state, event) => state ?? openDossier(event),
});

/** Somebody at a machine without a printer asks the office's printer for a form: one job of the print queue. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { count } from '../fields.ts';
import { addPrintJob, printedForm } from '../print-jobs.ts';

export const printRequested = defineEvent({
  type: 'PrintRequested',
  version: 1,
  /** `copies`: how many times the whole form, all its liên, is wanted. */
  schema: z.strictObject({ form: printedForm, copies: count(9).check(z.minimum(1)) }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined,
  evolve: (state, event) => addPrintJob(state ?? openDossier(event), event),
});

/**
 * A form went to the printer: which, how many copies, and whether it was printed before ("In lại"). What the log holds nowhere else and stood on the paper is kept here,
 * so that printed again it is the same paper.
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { count, eventRef, optionalText } from '../fields.ts';
import { changePrintJob, printedForm } from '../print-jobs.ts';

export const formPrinted = defineEvent({
  type: 'FormPrinted',
  version: 1,
  schema: z.strictObject({
    form: printedForm,
    copies: count(99),
    again: z.boolean(),
    /** Who was named as having stated the time. */
    statedBy: optionalText(300),
    /** The job of the print queue that it was printed for. */
    job: z.optional(eventRef),
  }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { job } = event.data;
    return job === undefined ? base : changePrintJob(base, job, (one) => ({ ...one, printed: (one.printed ?? 0) + 1 }));
  },
});

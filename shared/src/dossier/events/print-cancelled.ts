/** A job is taken out of the print queue: the paper is not wanted any more. What was printed before stays printed. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { eventRef } from '../fields.ts';
import { changePrintJob, hasWaitingPrint } from '../print-jobs.ts';

export const printCancelled = defineEvent({
  type: 'PrintCancelled',
  version: 1,
  schema: z.strictObject({ job: eventRef }),
  isAct: false,
  upcasts: [],
  allowed: hasWaitingPrint,
  evolve: (state, event) => changePrintJob(state ?? openDossier(event), event.data.job, (job) => ({ ...job, cancelled: true })),
});

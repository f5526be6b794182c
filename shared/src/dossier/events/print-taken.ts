/** A machine with a printer took a job of the queue. Two that took one without sight of each other harm nothing: both are named, and nobody is contradicted. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { eventRef } from '../fields.ts';
import { changePrintJob, hasWaitingPrint } from '../print-jobs.ts';

export const printTaken = defineEvent({
  type: 'PrintTaken',
  version: 1,
  schema: z.strictObject({ job: eventRef }),
  isAct: false,
  upcasts: [],
  allowed: hasWaitingPrint,
  evolve: (state, event) =>
    changePrintJob(state ?? openDossier(event), event.data.job, (job) => ({
      ...job,
      taken: [...(job.taken ?? []), { at: event.at, by: event.actor, device: event.device }],
    })),
});

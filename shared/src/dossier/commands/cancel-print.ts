/** Takes a job out of the print queue. */
import { err, ok } from '../../kernel/result.ts';
import { roles } from '../../reference/staff.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { printCancelled } from '../events/print-cancelled.ts';
import { findPrintJob, hasWaitingPrint, isWaitingPrint } from '../print-jobs.ts';

export const cancelPrint = defineCommand({
  name: 'cancelPrint',
  input: printCancelled.schema,
  ...permit({ COMMUNE: roles, CENTRE: roles }),
  emits: ['PrintCancelled'],
  whileContradicted: true,
  open: hasWaitingPrint,
  decide: (state, input) => {
    const job = findPrintJob(state, input.job);
    if (!job || !isWaitingPrint(job)) return err({ code: 'input/invalid', fields: [{ path: 'job', problem: 'unknown' }] });
    return ok([draftEvent('PrintCancelled', input)]);
  },
});

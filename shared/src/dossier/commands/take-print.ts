/** This machine prints a job of the queue. A job that waits no more is not taken: it came out elsewhere or was cancelled. */
import { err, ok } from '../../kernel/result.ts';
import { roles } from '../../reference/staff.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { printTaken } from '../events/print-taken.ts';
import { findPrintJob, hasWaitingPrint, isWaitingPrint } from '../print-jobs.ts';

export const takePrint = defineCommand({
  name: 'takePrint',
  input: printTaken.schema,
  ...permit({ COMMUNE: roles, CENTRE: roles }),
  emits: ['PrintTaken'],
  whileContradicted: true,
  open: hasWaitingPrint,
  decide: (state, input) => {
    const job = findPrintJob(state, input.job);
    if (!job || !isWaitingPrint(job)) return err({ code: 'input/invalid', fields: [{ path: 'job', problem: 'unknown' }] });
    return ok([draftEvent('PrintTaken', input)]);
  },
});

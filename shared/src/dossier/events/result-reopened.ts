/** A mistake was seen before the result was handed over: the work goes on, and the result that is finished later counts. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, openDossier, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const resultReopened = defineEvent({
  type: 'ResultReopened',
  version: 1,
  schema: z.strictObject({ reason }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'RESULT_READY'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'IN_PROCESS',
      step: 'AT_DESK',
      signedBy: undefined,
      result: undefined,
      finishedAt: undefined,
      lateReason: undefined,
      endReason: undefined,
    };
  },
});

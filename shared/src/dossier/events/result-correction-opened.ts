/** Row 23: the result was wrong by the agency's fault; corrected within 3 working days at its cost (NĐ 118/2025 Đ23.1). Not a new dossier. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, openDossier } from '../evolve.ts';
import { dueDate, reason } from '../fields.ts';
import { mayCorrectResult } from '../stages.ts';
import { usualOf } from '../sparse.ts';
import { usualDue } from '../usual.ts';

export const resultCorrectionOpened = defineEvent({
  type: 'ResultCorrectionOpened',
  version: 1,
  schema: z.strictObject({ reason, due: dueDate }),
  usual: usualOf({ due: usualDue }),
  upcasts: [],
  allowed: mayCorrectResult,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { finishedAt, due, result, returned } = base;
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'IN_PROCESS',
      step: 'AT_DESK',
      due: event.data.due,
      beforeCorrection: base.beforeCorrection ?? { finishedAt, due, result, returned },
      result: undefined,
      finishedAt: undefined,
      returned: undefined,
    };
  },
});

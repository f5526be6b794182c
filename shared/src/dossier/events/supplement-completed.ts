/** Row 7: the missing papers came. By law the time limit starts again from zero (NĐ 118/2025 Đ19.5): `due` is the new promise. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { closePauses, openDossier, resumedStatus, statusIn } from '../evolve.ts';
import { dueDate, note, optionalText, paperTicks } from '../fields.ts';
import { mergePapers } from '../papers.ts';
import { usualOf } from '../sparse.ts';
import { usualDue, usualPapers } from '../usual.ts';

export const supplementCompleted = defineEvent({
  type: 'SupplementCompleted',
  version: 1,
  schema: z.strictObject({ received: paperTicks, due: dueDate, dueReason: optionalText(2000), note }),
  usual: usualOf({ received: usualPapers, due: usualDue }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'SUPPLEMENT_REQUESTED'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      status: resumedStatus(base),
      pauses: closePauses(base.pauses, event.at),
      due: event.data.due,
      ...(base.intake ? { intake: { ...base.intake, papers: mergePapers(base.intake.papers, event.data.received) } } : {}),
    };
  },
});

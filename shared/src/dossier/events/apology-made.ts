/** Row 16: the result will be late; written apology with a new date (Mẫu 04), at most once (NĐ 118/2025 Đ19.6). The first promise is kept. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { dueDate, reason } from '../fields.ts';
import { delayReason, slipFact } from '../slips.ts';
import { mayApologise } from '../stages.ts';
import { usualOf } from '../sparse.ts';
import { usualDue, usualSlip } from '../usual.ts';

export const apologyMade = defineEvent({
  type: 'ApologyMade',
  version: 1,
  schema: z.strictObject({ reason, class: delayReason, due: dueDate, slip: slipFact }),
  usual: usualOf({ due: usualDue, slip: usualSlip }),
  upcasts: [],
  allowed: (state) => mayApologise(state) && state?.apologyCount === 0,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      due: event.data.due,
      apologyCount: base.apologyCount + 1,
      apology: { at: event.at, class: event.data.class },
    };
  },
});

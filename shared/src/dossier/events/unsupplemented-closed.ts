/** Row 8: nothing came within the days allowed; the desk closes the dossier (NĐ 118/2025 Đ19.5). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { end, openDossier, statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';
import { closingReason, slipFact } from '../slips.ts';
import { usualOf } from '../sparse.ts';
import { usualSlip } from '../usual.ts';

export const unsupplementedClosed = defineEvent({
  type: 'UnsupplementedClosed',
  version: 1,
  schema: z.strictObject({ reason, class: closingReason, slip: slipFact }),
  usual: usualOf({ slip: usualSlip }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'SUPPLEMENT_REQUESTED'),
  evolve: (state, event) => end(state ?? openDossier(event), event, 'STOPPED', event.data.reason),
});

/** Row 18: the agency stops processing on a legal ground. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { end, openDossier } from '../evolve.ts';
import { reason } from '../fields.ts';
import { groundedSlip, stopReason } from '../slips.ts';
import { mayStop } from '../stages.ts';
import { usualOf } from '../sparse.ts';
import { usualSlip } from '../usual.ts';

export const dossierStopped = defineEvent({
  type: 'DossierStopped',
  version: 1,
  schema: z.strictObject({ reason, class: stopReason, slip: groundedSlip }),
  usual: usualOf({ slip: usualSlip }),
  upcasts: [],
  allowed: mayStop,
  evolve: (state, event) => end(state ?? openDossier(event), event, 'STOPPED', event.data.reason),
});

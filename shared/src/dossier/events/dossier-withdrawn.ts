/** Row 17: the citizen takes the dossier back, while no decision is issued (NĐ 118/2025 Đ21). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { end, openDossier } from '../evolve.ts';
import { reason } from '../fields.ts';
import { slipFact, withdrawalReason } from '../slips.ts';
import { mayWithdraw } from '../stages.ts';
import { usualOf } from '../sparse.ts';
import { usualSlip } from '../usual.ts';

export const dossierWithdrawn = defineEvent({
  type: 'DossierWithdrawn',
  version: 1,
  schema: z.strictObject({ reason, class: withdrawalReason, slip: slipFact }),
  usual: usualOf({ slip: usualSlip }),
  upcasts: [],
  allowed: mayWithdraw,
  evolve: (state, event) => end(state ?? openDossier(event), event, 'WITHDRAWN', event.data.reason),
});

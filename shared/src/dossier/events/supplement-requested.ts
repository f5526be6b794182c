/**
 * Row 6: more papers are needed after appraisal (Mẫu 02). Only once (NĐ 118/2025 Đ5.1e); a second request needs a leader's reason
 * (`override`). The clock stops.
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { plainDate, reason } from '../fields.ts';
import { recipient } from '../recipient.ts';
import { askingReason, missingPapers, signerFact, slipFact } from '../slips.ts';
import { mayAskCitizen } from '../stages.ts';
import { usualOf } from '../sparse.ts';
import { usualMissing, usualSlip } from '../usual.ts';

export const supplementRequested = defineEvent({
  type: 'SupplementRequested',
  version: 1,
  schema: z.strictObject({
    reason,
    class: askingReason,
    missing: missingPapers,
    /** Who asks for it: a specialist, or an agency of the district. The desk issues the slip (Đ16.3, Đ19.5). */
    askedBy: z.optional(recipient),
    /** The last day for the citizen; the desk may close the dossier after it. */
    bringBy: plainDate,
    slip: slipFact,
    override: z.optional(z.strictObject({ by: signerFact, reason })),
  }),
  usual: usualOf({ missing: usualMissing, slip: usualSlip }),
  upcasts: [],
  allowed: (state, event) => mayAskCitizen(state) && (state?.supplementCount === 0 || event.data.override !== undefined),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      status: 'SUPPLEMENT_REQUESTED',
      supplementCount: base.supplementCount + 1,
      pauses: [...base.pauses, { kind: 'SUPPLEMENT', from: event.at, reason: event.data.reason, bringBy: event.data.bringBy }],
    };
  },
});

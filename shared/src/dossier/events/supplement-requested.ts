/**
 * Row 6: more papers are needed after appraisal (Mẫu 02). Only once (NĐ 118/2025 Đ5.1e); a second request needs a leader's reason
 * (`override`). The clock stops.
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { missingPapers, reason, staffId } from '../fields.ts';
import { mayAskCitizen } from '../stages.ts';

export const supplementRequested = defineEvent({
  type: 'SupplementRequested',
  version: 1,
  schema: z.strictObject({ reason, missing: missingPapers, override: z.optional(z.strictObject({ by: staffId, reason })) }),
  touches: ['status', 'clock'],
  upcasts: [],
  allowed: (state, event) => mayAskCitizen(state) && (state?.supplementCount === 0 || event.data.override !== undefined),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      status: 'SUPPLEMENT_REQUESTED',
      supplementCount: base.supplementCount + 1,
      pauses: [...base.pauses, { kind: 'SUPPLEMENT', from: event.at, reason: event.data.reason }],
    };
  },
});

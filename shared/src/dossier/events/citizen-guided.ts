/** Row 1: the papers are not complete; the citizen was guided once, in writing, with all that is missing (Mẫu 02, NĐ 118/2025 Đ16.3, Đ17.1c). The visit is logged, nothing starts. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { beforeIntake, openDossier } from '../evolve.ts';
import { intake, reason } from '../fields.ts';
import { askingReason, missingPapers, slipFact } from '../slips.ts';
import { usualOf } from '../sparse.ts';
import { usualIntake, usualMissing, usualSlip } from '../usual.ts';

export const citizenGuided = defineEvent({
  type: 'CitizenGuided',
  version: 1,
  schema: z.strictObject({ reason, class: askingReason, missing: missingPapers, slip: slipFact, intake: z.optional(intake) }),
  usual: usualOf({ intake: usualIntake, slip: usualSlip, missing: usualMissing }),
  upcasts: [],
  allowed: (state) => beforeIntake(state),
  evolve: (state, event) => {
    const base = { ...(state ?? openDossier(event)), guidedAt: event.at };
    return event.data.intake ? { ...base, intake: event.data.intake } : base;
  },
});

/** Row 3: the dossier is not taken in (Mẫu 03, NĐ 118/2025 Đ17.1c). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { beforeIntake, end, openDossier } from '../evolve.ts';
import { intake, reason } from '../fields.ts';
import { refusalReason, slipFact } from '../slips.ts';
import { usualOf } from '../sparse.ts';
import { usualIntake, usualSlip } from '../usual.ts';

export const intakeRefused = defineEvent({
  type: 'IntakeRefused',
  version: 1,
  schema: z.strictObject({ reason, class: refusalReason, slip: slipFact, intake }),
  usual: usualOf({ intake: usualIntake, slip: usualSlip }),
  upcasts: [],
  allowed: (state) => beforeIntake(state),
  evolve: (state, event) => {
    const ended = end(state ?? openDossier(event), event, 'REFUSED_INTAKE', event.data.reason);
    return event.data.intake ? { ...ended, intake: event.data.intake } : ended;
  },
});

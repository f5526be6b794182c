/** Row 5: the paper file goes to the specialist (Mẫu 05 row). Received after 15:00 it may go the next morning (NĐ 118/2025 Đ18.2). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier, statusIn } from '../evolve.ts';
import { note, text } from '../fields.ts';

export const dossierForwarded = defineEvent({
  type: 'DossierForwarded',
  version: 1,
  schema: z.strictObject({ to: text(200), note }),
  touches: ['status'],
  upcasts: [],
  allowed: (state) => statusIn(state, 'ACCEPTED'),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, event.office, event.data.to, event.data.note),
      status: 'IN_PROCESS',
      step: 'AT_SPECIALIST',
      forwardedAt: event.at,
    };
  },
});

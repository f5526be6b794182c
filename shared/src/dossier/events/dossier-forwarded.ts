/** Row 5: the paper file goes to the specialist (Mẫu 05 row). Received after 15:00 it may go the next morning (NĐ 118/2025 Đ18.2). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { handOver, openDossier } from '../evolve.ts';
import { handOverFacts } from '../hand-over.ts';
import { recipient } from '../recipient.ts';
import { mayForward } from '../stages.ts';

export const dossierForwarded = defineEvent({
  type: 'DossierForwarded',
  version: 1,
  schema: z.strictObject({ to: recipient, ...handOverFacts }),
  upcasts: [],
  allowed: mayForward,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...handOver(base, event, { office: event.office, ...event.data }),
      status: 'IN_PROCESS',
      step: 'AT_SPECIALIST',
      forwardedAt: base.forwardedAt ?? event.at,
    };
  },
});

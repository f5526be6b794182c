/** Row 11: the centre has the paper file in its hands. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { acknowledge, openDossier, statusIn } from '../evolve.ts';
import { note } from '../fields.ts';

export const upTransferAcknowledged = defineEvent({
  type: 'UpTransferAcknowledged',
  version: 1,
  schema: z.strictObject({ note }),
  upcasts: [],
  allowed: (state) => statusIn(state, 'AT_DISTRICT') && state.step === 'IN_TRANSIT_UP',
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return { ...base, ...acknowledge(base, event), status: 'AT_DISTRICT', step: 'RECEIVED_UP' };
  },
});

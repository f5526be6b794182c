/** Row 22: the citizen was reminded that the result waits. Changes nothing but the timeline. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { note } from '../fields.ts';

export const uncollectedReminded = defineEvent({
  type: 'UncollectedReminded',
  version: 1,
  schema: z.strictObject({ by: z.enum(['CALL', 'SMS', 'LETTER', 'OTHER']), note }),
  isAct: false,
  upcasts: [],
  allowed: (state) => statusIn(state, 'RESULT_READY'),
  evolve: (state, event) => state ?? openDossier(event),
});

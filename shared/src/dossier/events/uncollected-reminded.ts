/** Row 22: the citizen was reminded that the result waits. Changes nothing but the timeline and what the citizen was told. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, statusIn } from '../evolve.ts';
import { note } from '../fields.ts';
import { instantToPlainDate } from '../../kernel/instant.ts';
import { withNotice } from '../notices.ts';

export const uncollectedReminded = defineEvent({
  type: 'UncollectedReminded',
  version: 1,
  schema: z.strictObject({ by: z.enum(['CALL', 'SMS', 'LETTER', 'OTHER']), note }),
  isAct: false,
  upcasts: [],
  allowed: (state) => statusIn(state, 'RESULT_READY'),
  evolve: (state, event) => {
    const { at, actor: by, device, seq } = event;
    const cause = { cause: 'UNCOLLECTED', of: instantToPlainDate(at), channel: event.data.by } as const;
    return withNotice(state ?? openDossier(event), { ...cause, outcome: 'REACHED', at, by, ref: { device, seq } });
  },
});

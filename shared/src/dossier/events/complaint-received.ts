/** A complaint or a proposal about the handling of this dossier (phản ánh, kiến nghị; QĐ 766 5.2–5.4). */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { plainDate, text } from '../fields.ts';

export const complaintReceived = defineEvent({
  type: 'ComplaintReceived',
  version: 1,
  schema: z.strictObject({ content: text(2000), by: z.enum(['DESK', 'CALL', 'LETTER', 'PORTAL']), answerBy: z.optional(plainDate) }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined,
  evolve: (state, event) => state ?? openDossier(event),
});

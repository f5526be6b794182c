/** A remark of an officer about the dossier, for colleagues; it changes nothing that was promised or done. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { text } from '../fields.ts';

export const noteAdded = defineEvent({
  type: 'NoteAdded',
  version: 1,
  schema: z.strictObject({ note: text(1000) }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined && state.status !== 'VOID',
  evolve: (state, event) => state ?? openDossier(event),
});

/**
 * An officer takes back what he just did, on the device he did it on, before anybody went on from it: the fold leaves the act out, so the dossier is exactly what it
 * was. A second thought later, or about a code that is on paper, is a correction or a void.
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { eventRef, note } from '../fields.ts';
import { mayUndo } from '../stages.ts';

export const lastActUndone = defineEvent({
  type: 'LastActUndone',
  version: 1,
  schema: z.strictObject({ event: eventRef, note }),
  isAct: false,
  undoes: ({ event }) => event,
  upcasts: [],
  allowed: mayUndo,
  evolve: (state, event) => state ?? openDossier(event),
});

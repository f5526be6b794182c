/** The promise moved by an act of authority that binds the desk (a new holiday, a storm, a system that stood still), not by the dossier. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, openStatuses, statusIn } from '../evolve.ts';
import { dueDate, reason, text } from '../fields.ts';
import { usualOf } from '../sparse.ts';
import { usualDue } from '../usual.ts';

export const promiseChanged = defineEvent({
  type: 'PromiseChanged',
  version: 1,
  schema: z.strictObject({ due: dueDate, regulation: text(500), reason }),
  usual: usualOf({ due: usualDue }),
  upcasts: [],
  allowed: (state) => statusIn(state, ...openStatuses) && state.due !== undefined,
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), due: event.data.due }),
});

/** The head of the desk takes a settlement back: both sides stand against each other again, with what was done since on top of the kept one. */
import * as z from 'zod/mini';
import { eventKey } from '../../kernel/ids.ts';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { eventRef, eventRefs, reason } from '../fields.ts';

export const contradictionReopened = defineEvent({
  type: 'ContradictionReopened',
  version: 1,
  schema: z.strictObject({ settlement: eventRef, acts: eventRefs, reason }),
  isAct: false,
  verdict: ({ acts }) => ({ about: acts, kept: [], dropped: [] }),
  upcasts: [],
  allowed: (state, { data }) => state !== undefined && state.settlements.some(({ by }) => eventKey(by) === eventKey(data.settlement)),
  // Nothing of its own: the settlement no longer counts, so the fold finds the contradiction again.
  evolve: (state, event) => state ?? openDossier(event),
});

/**
 * A person ends a contradiction: one side is kept with all its acts, the other is left out with all of its, for one reason. The fold does both; what was left
 * out stays in the log and in the timeline.
 */
import * as z from 'zod/mini';
import { type EventRef, eventKey } from '../../kernel/ids.ts';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { eventRefs, reason } from '../fields.ts';
import type { Contradiction, DossierState } from '../state.ts';

export const contradictionSettled = defineEvent({
  type: 'ContradictionSettled',
  version: 1,
  schema: z.strictObject({ kept: eventRefs, dropped: eventRefs, reason }),
  isAct: false,
  verdict: ({ kept, dropped }) => ({ about: [...kept, ...dropped], kept, dropped }),
  upcasts: [],
  // Only what stood in contradiction, and one side of it whole.
  allowed: (state, { data }) =>
    state !== undefined &&
    state.contradictions.some(({ sides }) => {
      const [first, second] = sides.map(({ acts }) => acts) as [readonly EventRef[], readonly EventRef[]];
      return (isSame(first, data.kept) && isSame(second, data.dropped)) || (isSame(second, data.kept) && isSame(first, data.dropped));
    }),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const { kept, dropped } = event.data;
    return { ...base, settlements: [...base.settlements, { by: { device: event.device, seq: event.seq }, kept, dropped }] };
  },
});

function isSame(a: readonly EventRef[], b: readonly EventRef[]): boolean {
  const keys = new Set(a.map(eventKey));
  return a.length === b.length && b.every((ref) => keys.has(eventKey(ref)));
}

export function findContradiction(state: DossierState | undefined, ref: EventRef): Contradiction | undefined {
  return state?.contradictions.find(({ event }) => eventKey(event) === eventKey(ref));
}

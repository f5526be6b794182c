/**
 * A person ends a contradiction: 'FIRST' leaves the dossier as it is, 'SECOND' lets the contradicting event take effect now (the fold does that, it has
 * the event). Settling again in the same sense, by someone who had not seen it, is harmless; in the other sense it is a contradiction of its own.
 */
import * as z from 'zod/mini';
import type { EventRef } from '../../kernel/ids.ts';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { eventRef, reason } from '../fields.ts';
import type { Contradiction, DossierState } from '../state.ts';

export const contradictionSettled = defineEvent({
  type: 'ContradictionSettled',
  version: 1,
  schema: z.strictObject({ event: eventRef, keep: z.enum(['FIRST', 'SECOND']), reason }),
  settles: (data) => data,
  upcasts: [],
  allowed: (state, event) => {
    const target = findContradiction(state, event.data.event);
    return target !== undefined && (target.settled === undefined || target.settled.keep === event.data.keep);
  },
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    const target = findContradiction(base, event.data.event);
    if (!target || target.settled?.keep === event.data.keep) return base;
    const settled = { by: { device: event.device, seq: event.seq }, keep: event.data.keep };
    return { ...base, contradictions: base.contradictions.map((one) => (one === target ? { ...one, settled } : one)) };
  },
});

export function findContradiction(state: DossierState | undefined, ref: EventRef): Contradiction | undefined {
  return state?.contradictions.find((one) => one.event.device === ref.device && one.event.seq === ref.seq);
}

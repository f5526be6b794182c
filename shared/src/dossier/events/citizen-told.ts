/** The citizen was told of something, or was tried and not reached: what, how, and in which words. Beside the business: it changes nothing that was promised or done. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { note, plainDate, text } from '../fields.ts';
import { mayTell, noticeCauses, noticeOutcomes, withNotice } from '../notices.ts';

export const citizenTold = defineEvent({
  type: 'CitizenTold',
  version: 1,
  schema: z.strictObject({
    cause: z.enum(noticeCauses),
    /** With the cause the key of the notice: one thing is told once. */
    of: plainDate,
    channel: z.enum(['CALL', 'SMS', 'ZALO']),
    outcome: z.enum(noticeOutcomes),
    /** As it was sent. */
    text: z.optional(text(500)),
    note,
  }),
  isAct: false,
  upcasts: [],
  allowed: mayTell,
  evolve: (state, event) => {
    const { cause, of, channel, outcome } = event.data;
    const { at, actor: by, device, seq } = event;
    return withNotice(state ?? openDossier(event), { cause, of, channel, outcome, at, by, ref: { device, seq } });
  },
});

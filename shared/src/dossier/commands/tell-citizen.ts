/** Writes down that the citizen was told by telephone or text, or could not be reached. The same thing is not told twice where the desk knows of the first time. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { note, text } from '../fields.ts';
import { causeDay, isTold, mayTell, noticeCauses, noticeOutcomes } from '../notices.ts';

export const tellCitizen = defineCommand({
  name: 'tellCitizen',
  input: z
    .strictObject({
      cause: z.enum(noticeCauses),
      channel: z.enum(['CALL', 'SMS', 'ZALO']),
      outcome: z.enum(noticeOutcomes),
      text: z.optional(text(500)),
      note,
    })
    // A call reaches somebody or nobody; a text is sent.
    .check(z.refine(({ channel, outcome }) => (channel === 'CALL') === (outcome !== 'SENT'), { path: ['outcome'] })),
  ...desk,
  emits: ['CitizenTold'],
  homeOnly: true,
  open: mayTell,
  decide: (state, input, { at }) => {
    const of = state && causeDay(state, input.cause, at);
    if (state === undefined) return err({ code: 'dossier/not-found' });
    if (of === undefined) return err({ code: 'dossier/status', status: state.status });
    if (isTold(state, input.cause, of)) return err({ code: 'dossier/told-already' });
    return ok([draftEvent('CitizenTold', { ...input, of })]);
  },
});

/**
 * Row 4: the formal acceptance. Starts the clock (NĐ 118/2025 Đ17.3), carries the official code, the register line and the promise that were
 * printed on the receipt. None of the three ever changes silently.
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { atHomeDesk, beforeIntake, openDossier, pay } from '../evolve.ts';
import { dossierCode, dueDate, intake, optionalText, text } from '../fields.ts';

export const dossierAccepted = defineEvent({
  type: 'DossierAccepted',
  version: 1,
  schema: z.strictObject({
    code: dossierCode,
    register: z.strictObject({ book: text(20), line: z.int().check(z.minimum(1), z.maximum(10_000_000)) }),
    intake,
    due: dueDate,
    /** Why the officer set this date, where the procedure has no known limit. */
    dueReason: optionalText(2000),
    /** The officer looked the marked papers up in a database (NĐ 118/2025 Đ5.1i). */
    databasePapersConfirmed: z.optional(z.boolean()),
  }),
  draws: ({ code }) => [code],
  upcasts: [],
  allowed: (state) => beforeIntake(state),
  evolve: (state, event) => {
    const { code, register, due } = event.data;
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'ACCEPTED',
      step: undefined,
      code,
      register,
      intake: event.data.intake,
      acceptedAt: event.at,
      acceptedBy: event.actor,
      dueOriginal: due,
      due,
      fees: event.data.intake.fees,
      ...pay(base, event, event.data.intake.payment),
      endReason: undefined,
      endedAt: undefined,
    };
  },
});

/**
 * Row 4: the formal acceptance. Starts the clock (NĐ 118/2025 Đ17.3), carries the official code (drawn here, or given by the system where it is worked), the register line and the promise that were
 * printed on the receipt. None of the three ever changes silently.
 */
import * as z from 'zod/mini';
import type { AcceptanceFacts } from '../acceptance.ts';
import { type Schema, defineEvent } from '../define-event.ts';
import { atHomeDesk, beforeIntake, openDossier, pay } from '../evolve.ts';
import { agency, dossierCode, dueDate, externalCode, intake, optionalText, paperNumber, printedNames, serviceLevel } from '../fields.ts';
import { usualAcceptance } from '../usual.ts';

export const dossierAccepted = defineEvent({
  type: 'DossierAccepted',
  version: 1,
  schema: z
    .strictObject({
      code: z.optional(dossierCode),
      external: z.optional(z.strictObject({ code: externalCode, system: optionalText(200) })),
      register: paperNumber,
      intake,
      due: dueDate,
      dueReason: optionalText(2000),
      printed: printedNames,
      competent: agency,
      receivedFor: z.optional(agency),
      serviceLevel: z.optional(serviceLevel),
      eIdChecked: z.optional(z.boolean()),
      databasePapersConfirmed: z.optional(z.boolean()),
    })
    .check(
      z.refine((data) => (data.code === undefined) !== (data.external === undefined), { error: 'invalid', path: ['code'] }),
    ) satisfies Schema<AcceptanceFacts>,
  draws: ({ code }) => (code === undefined ? [] : [code]),
  usual: usualAcceptance,
  upcasts: [],
  allowed: (state) => beforeIntake(state),
  evolve: (state, event) => {
    const { code, external, register, intake: taken, due } = event.data;
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...atHomeDesk(base, event),
      status: 'ACCEPTED',
      step: undefined,
      code: code ?? external?.code,
      acceptance: { at: event.at, by: event.actor, ...event.data },
      register,
      intake: taken,
      acceptedAt: event.at,
      acceptedBy: event.actor,
      dueOriginal: due,
      due,
      fees: taken.fees,
      ...pay(base, event, taken.payment),
      endReason: undefined,
      endedAt: undefined,
      endedAs: undefined,
    };
  },
});

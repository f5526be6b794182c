/** Row 13: the records office gave the result its number and date. Once: a second number is a contradiction. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { note, optionalText, plainDate, text } from '../fields.ts';
import { awaitsNumber } from '../stages.ts';

export const resultNumbered = defineEvent({
  type: 'ResultNumbered',
  version: 1,
  schema: z.strictObject({ number: text(60), date: plainDate, documentType: optionalText(200), note }),
  upcasts: [],
  allowed: awaitsNumber,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return { ...base, result: { outcome: 'GRANTED', ...event.data, ...(base.signedBy === undefined ? {} : { signer: base.signedBy }) } };
  },
});

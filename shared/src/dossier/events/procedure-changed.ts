/**
 * The wrong procedure was chosen: code and register line stay, they are on paper; papers, money and promise are those of the right one. The promise is counted
 * from the same receipt; the first receipt stays as it was printed (`acceptance`), the new one is a new paper.
 */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { dueDate, feeItems, optionalText, paperTicks, procedureRef, reason, text } from '../fields.ts';
import { mayAskCitizen } from '../stages.ts';
import { usualOf } from '../sparse.ts';
import { usualDue, usualPapers, usualProcedure } from '../usual.ts';

export const procedureChanged = defineEvent({
  type: 'ProcedureChanged',
  version: 1,
  schema: z.strictObject({
    procedure: procedureRef,
    /** As it is called on paper. */
    name: text(1000),
    papers: paperTicks,
    fees: z.optional(feeItems),
    due: dueDate,
    dueReason: optionalText(2000),
    reason,
  }),
  usual: usualOf({ procedure: usualProcedure, papers: usualPapers, due: usualDue }),
  upcasts: [],
  allowed: mayAskCitizen,
  evolve: (state, event) => {
    const { procedure, name, papers, fees, due } = event.data;
    const base = state ?? openDossier(event);
    return {
      ...base,
      ...(base.intake ? { intake: { ...base.intake, procedure, papers } } : {}),
      procedureName: name,
      fees,
      due,
      dueOriginal: due,
    };
  },
});

/** The papers came: the clock starts again from zero with the full limit (NĐ 118/2025 Đ19.5). */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { broughtPapers, chosenDue, note } from '../fields.ts';
import { findProcedure, missingComponents } from '../intake-checks.ts';
import { asPrinted, mergePapers, withPaperIds } from '../papers.ts';
import { promiseAgain, wasExtended } from '../promise.ts';

export const completeSupplement = defineCommand({
  name: 'completeSupplement',
  input: z.strictObject({ received: broughtPapers, due: z.optional(chosenDue), note }),
  ...desk,
  emits: ['SupplementCompleted'],
  handlingOnly: true,
  open: (state) => statusIn(state, 'SUPPLEMENT_REQUESTED'),
  decide: (state, { received: brought, due, note: remark }, { at, reference }) => {
    const intake = state?.intake;
    if (!state || !intake) return err({ code: 'dossier/not-found' });
    const procedure = findProcedure(reference, intake.procedure);
    if (!procedure) return err({ code: 'procedure/not-found', key: intake.procedure.key });
    const received = asPrinted(withPaperIds(brought, intake.papers, at), procedure.documents);
    const components = missingComponents(procedure, mergePapers(intake.papers, received));
    if (components.length > 0) return err({ code: 'dossier/papers-missing', components });
    const promise = promiseAgain(procedure, at, wasExtended(state), due, reference);
    if (!promise.ok) return promise;
    return ok([draftEvent('SupplementCompleted', { received, ...promise.value, ...(remark === undefined ? {} : { note: remark }) })]);
  },
});

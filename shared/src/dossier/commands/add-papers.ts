/** Adds papers, or puts a tick right, while the dossier is open. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { broughtPapers, reason } from '../fields.ts';
import { findProcedure } from '../intake-checks.ts';
import { asPrinted, withPaperIds } from '../papers.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { papersAdded } from '../events/papers-added.ts';

export const addPapers = defineCommand({
  name: 'addPapers',
  input: z.strictObject({ papers: broughtPapers, reason }),
  ...desk,
  emits: ['PapersAdded'],
  handlingOnly: true,
  open: (state) => papersAdded.allowed(state, undefined as never),
  decide: (state, { papers: brought, reason: why }, { at, reference }) => {
    const intake = state?.intake;
    if (!intake) return err({ code: 'dossier/not-found' });
    const procedure = findProcedure(reference, intake.procedure);
    const papers = asPrinted(withPaperIds(brought, intake.papers, at), procedure?.documents ?? []);
    return ok([draftEvent('PapersAdded', { papers, reason: why })]);
  },
});

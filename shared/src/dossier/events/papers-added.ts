/** Papers came without having been asked for in writing, or a tick was wrong. The clock goes on. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier, openStatuses, statusIn } from '../evolve.ts';
import { paperTicks, reason } from '../fields.ts';
import { mergePapers } from '../papers.ts';
import { usualOf } from '../sparse.ts';
import { usualPapers } from '../usual.ts';

export const papersAdded = defineEvent({
  type: 'PapersAdded',
  version: 1,
  schema: z.strictObject({ papers: paperTicks, reason }),
  isAct: false,
  usual: usualOf({ papers: usualPapers }),
  upcasts: [],
  allowed: (state) => statusIn(state, ...openStatuses),
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    return base.intake ? { ...base, intake: { ...base.intake, papers: mergePapers(base.intake.papers, event.data.papers) } } : base;
  },
});

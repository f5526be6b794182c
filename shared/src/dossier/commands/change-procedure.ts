/** Puts right that the wrong procedure was chosen, where the same agency decides: the identifier in the code is that agency's. */
import * as z from 'zod/mini';
import { definedOnly } from '../../kernel/defined-only.ts';
import { type Instant, instantToPlainDate } from '../../kernel/instant.ts';
import { err, ok } from '../../kernel/result.ts';
import { agencyOf } from '../acceptance.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { chosenDue, feeItems, paperTicks, procedureRef, reason } from '../fields.ts';
import { intakeRefusal, procedureInForce } from '../intake-checks.ts';
import { asPrinted } from '../papers.ts';
import { promiseFor } from '../promise.ts';
import { decidingOffice } from '../reference-lookup.ts';
import { mayAskCitizen } from '../stages.ts';
import type { DossierState } from '../state.ts';

export const changeProcedure = defineCommand({
  name: 'changeProcedure',
  input: z.strictObject({
    procedure: procedureRef,
    papers: paperTicks,
    fees: z.optional(feeItems),
    /** Only where the procedure has no known limit. */
    due: z.optional(chosenDue),
    extended: z.optional(z.boolean()),
    reason,
  }),
  ...desk,
  emits: ['ProcedureChanged'],
  homeOnly: true,
  open: mayAskCitizen,
  decide: (state, input, { at, office, reference }) => {
    const received = state && countedFrom(state);
    if (!state?.intake || received === undefined) return err({ code: 'dossier/status', status: state?.status ?? 'DRAFT' });
    if (input.procedure.key === state.intake.procedure.key)
      return err({ code: 'input/invalid', fields: [{ path: 'procedure', problem: 'taken' }] });
    const found = procedureInForce(reference, input.procedure, instantToPlainDate(received));
    if (!found.ok) return found;
    const procedure = found.value;
    const decider = decidingOffice(procedure, office, reference.offices);
    // A code of ours says who decides; one from another system says nothing of the kind.
    if (state.acceptance?.external === undefined && (decider && agencyOf(decider).agencyId) !== state.acceptance?.competent.agencyId)
      return err({ code: 'dossier/other-agency' });
    const refusal = intakeRefusal({ ...state.intake, procedure: input.procedure, papers: input.papers }, procedure, {
      at,
      databasePapersConfirmed: true,
    });
    if (refusal) return err(refusal);
    const promise = promiseFor(procedure, received, input.extended ?? false, input.due, reference);
    if (!promise.ok) return promise;
    return ok([
      draftEvent('ProcedureChanged', {
        procedure: input.procedure,
        name: procedure.name.normalize('NFC'),
        papers: asPrinted(input.papers, procedure.documents),
        ...definedOnly({ fees: input.fees }),
        ...promise.value,
        reason: input.reason,
      }),
    ]);
  },
});

/** The receipt, or the last supplement, from which the time runs anew (NĐ 118/2025 Đ19). */
export function countedFrom({ pauses, acceptedAt }: DossierState): Instant | undefined {
  return pauses.findLast((pause) => pause.kind === 'SUPPLEMENT' && pause.to !== undefined)?.to ?? acceptedAt;
}

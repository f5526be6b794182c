/** What has to be right before a dossier is accepted (domain §5.2 row 4): procedure in force, papers, identity, authorisation. */
import type { Procedure } from '../catalogue/procedure.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { Refusal } from './refusals.ts';
import { type PaperTick, isPaperThere } from './papers.ts';
import type { Intake, Party, ProcedureRef } from './state.ts';

type FieldProblem = { readonly path: string; readonly problem: string };

export function findProcedure(reference: ReferenceData, ref: ProcedureRef): Procedure | undefined {
  return reference.procedures.find((one) => one.key === ref.key && one.version === ref.version);
}

/** The version the officer chose, if it is in force on the day of receipt. */
export function procedureInForce(reference: ReferenceData, ref: ProcedureRef, on: PlainDate): Result<Procedure, Refusal> {
  const procedure = findProcedure(reference, ref);
  if (!procedure) return err({ code: 'procedure/not-found', key: ref.key });
  if (procedure.validFrom > on || (procedure.validTo !== undefined && procedure.validTo < on))
    return err({ code: 'procedure/not-in-force', key: ref.key });
  return ok(procedure);
}

/** Indexes of mandatory components neither received nor shown nor taken from a database. An empty list of documents means "not known": nothing is demanded. */
export function missingComponents(procedure: Procedure, papers: readonly PaperTick[]): readonly number[] {
  const missing: number[] = [];
  procedure.documents.forEach((document, component) => {
    if (!document.required) return;
    const tick = papers.find((paper) => paper.component === component);
    if (!isPaperThere(tick?.state)) missing.push(component);
  });
  return missing;
}

/** The person at the desk is identified: the owner, or who hands it in with an authorisation. */
export function identityProblems(intake: Intake): readonly FieldProblem[] {
  const { owner, submitter } = intake;
  if (!submitter) return partyProblems(owner, 'intake.owner');
  const problems = [...partyProblems(submitter, 'intake.submitter')];
  if (submitter.authorisation === undefined) problems.push({ path: 'intake.submitter.authorisation', problem: 'required' });
  return problems;
}

function partyProblems(party: Party, path: string): readonly FieldProblem[] {
  if (party.kind === 'ORGANISATION')
    return party.taxCode === undefined && party.idNumber === undefined ? [{ path: `${path}.taxCode`, problem: 'required' }] : [];
  if (party.evidence === 'NONE') return [{ path: `${path}.evidence`, problem: 'required' }];
  return party.evidence !== 'OTHER' && party.idNumber === undefined ? [{ path: `${path}.idNumber`, problem: 'required' }] : [];
}

export function intakeRefusal(intake: Intake, procedure: Procedure): Refusal | undefined {
  const fields = identityProblems(intake);
  if (fields.length > 0) return { code: 'input/invalid', fields };
  const components = missingComponents(procedure, intake.papers);
  return components.length > 0 ? { code: 'dossier/papers-missing', components } : undefined;
}

/** What has to be right before a dossier is accepted (domain §5.2 row 4): procedure in force, papers, identity, authorisation. */
import type { Procedure } from '../catalogue/procedure.ts';
import { type Instant, instantToPlainDate } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { daysGone } from './act-dates.ts';
import { checkIntake, sayIntake } from './intake-fields/intake.ts';
import { validationOf } from './intake-fields/problems.ts';
import type { Refusal } from './refusals.ts';
import { type PaperTick, isPaperThere } from './papers.ts';
import type { Intake, ProcedureRef } from './state.ts';

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

/** The gate: the very rules of the form, over what would be stored; then the papers the procedure demands. */
export function intakeRefusal(
  intake: Intake,
  procedure: Procedure,
  { at, databasePapersConfirmed = false }: { readonly at: Instant; readonly databasePapersConfirmed?: boolean | undefined },
): Refusal | undefined {
  const input = sayIntake(intake, databasePapersConfirmed);
  const { errors } = validationOf((report) => checkIntake(input, { now: at, purpose: 'accept' }, report));
  if (errors.length > 0) return { code: 'intake/invalid', problems: errors };
  const wrong = daysGone(unaskedDays(intake), at) ?? papersOver(intake, at);
  if (wrong?.ok === false) return wrong.error;
  const components = missingComponents(procedure, intake.papers);
  return components.length > 0 ? { code: 'dossier/papers-missing', components } : undefined;
}

/** What is printed before acceptance (Mẫu 02, Mẫu 03) names persons too; whatever else is half-typed or missing is what the paper is about. */
export function intakeDaysGone(intake: Intake | undefined, at: Instant): Result<never, Refusal> | undefined {
  if (intake === undefined) return undefined;
  const { owner, submitter } = intake;
  const gone = daysGone(
    {
      'intake.owner.birthDate': owner.birthDate,
      'intake.owner.idIssuedOn': owner.idIssuedOn,
      'intake.submitter.birthDate': submitter?.birthDate,
      'intake.submitter.idIssuedOn': submitter?.idIssuedOn,
      ...unaskedDays(intake),
    },
    at,
  );
  return gone ?? papersOver(intake, at);
}

/** A paper that is not valid any more has to be brought anew: it is not used again. */
function papersOver({ papers }: Pick<Intake, 'papers'>, at: Instant): Result<never, Refusal> | undefined {
  const today = instantToPlainDate(at);
  const fields = papers.flatMap(({ database }, place) =>
    database?.validTo !== undefined && database.validTo < today
      ? [{ path: `intake.papers.${place}.database.validTo`, problem: 'past' }]
      : [],
  );
  return fields.length > 0 ? err({ code: 'input/invalid', fields }) : undefined;
}

/** Days of those whom the form does not ask about yet: representatives and the persons the matter is about. */
function unaskedDays({ owner, submitter, subjects = [] }: Intake): Readonly<Record<string, string | undefined>> {
  return {
    'intake.owner.representative.birthDate': owner.representative?.birthDate,
    'intake.owner.representative.idIssuedOn': owner.representative?.idIssuedOn,
    'intake.submitter.representative.birthDate': submitter?.representative?.birthDate,
    'intake.submitter.representative.idIssuedOn': submitter?.representative?.idIssuedOn,
    ...Object.fromEntries(
      subjects.flatMap(({ birthDate, deathDate }, place) => [
        [`intake.subjects.${place}.birthDate`, birthDate],
        [`intake.subjects.${place}.deathDate`, deathDate],
      ]),
    ),
  };
}

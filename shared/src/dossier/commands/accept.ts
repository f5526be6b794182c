/**
 * The formal acceptance: checks papers, identity and the procedure's validity, computes the promise, writes down the names that are
 * printed, draws the official code of the deciding agency and the next line of the register. A draw counts only if the caller's transaction commits, so it comes last.
 */
import * as z from 'zod/mini';
import type { Procedure } from '../../catalogue/procedure.ts';
import { definedOnly } from '../../kernel/defined-only.ts';
import { instantToPlainDate } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Office } from '../../reference/office.ts';
import { isOpenOn } from '../../reference/office-life.ts';
import { type AcceptanceFacts, type Agency, type ServiceLevel, agencyOf, printedNames } from '../acceptance.ts';
import { type CommandContext, defineCommand, desk, type EventDraft } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { beforeIntake } from '../evolve.ts';
import { agency, chosenDue, externalCode, intake, optionalText, serviceLevel } from '../fields.ts';
import { intakeRefusal, procedureInForce } from '../intake-checks.ts';
import type { ChosenDue } from '../intake-fields/due.ts';
import { parseCode } from '../numbers.ts';
import { asPrinted } from '../papers.ts';
import { promiseFor } from '../promise.ts';
import { decidingOffice } from '../reference-lookup.ts';
import type { Refusal } from '../refusals.ts';
import type { DossierState, Intake } from '../state.ts';

export interface AcceptInput {
  readonly intake: Intake;
  /** Only where the procedure has no known limit. */
  readonly due?: ChosenDue | undefined;
  /** Use the procedure's longer limit. */
  readonly extended?: boolean | undefined;
  readonly databasePapersConfirmed?: boolean | undefined;
  /** Worked in another system: its code instead of a drawn one; the submission's own reference where none is named. */
  readonly external?: { readonly code?: string | undefined; readonly system?: string | undefined } | undefined;
  readonly receivedFor?: Agency | undefined;
  readonly serviceLevel?: ServiceLevel | undefined;
  readonly eIdChecked?: boolean | undefined;
}

export const acceptFields = {
  intake,
  due: z.optional(chosenDue),
  extended: z.optional(z.boolean()),
  databasePapersConfirmed: z.optional(z.boolean()),
  external: z.optional(z.strictObject({ code: z.optional(externalCode), system: optionalText(200) })),
  receivedFor: z.optional(agency),
  serviceLevel: z.optional(serviceLevel),
  eIdChecked: z.optional(z.boolean()),
};

export const accept = defineCommand({
  name: 'accept',
  input: z.strictObject(acceptFields) satisfies z.ZodMiniType<AcceptInput>,
  ...desk,
  emits: ['DossierAccepted'],
  homeOnly: true,
  open: beforeIntake,
  decide: (state, input, context) => {
    const accepted = decideAcceptance(state, input, context);
    return accepted.ok ? ok([accepted.value.event]) : accepted;
  },
});

export function decideAcceptance(
  state: DossierState | undefined,
  input: AcceptInput,
  context: CommandContext,
  check: (procedure: Procedure) => Refusal | undefined = () => undefined,
): Result<{ readonly event: EventDraft; readonly procedure: Procedure }, Refusal> {
  const { at, office, actor, reference } = context;
  const closed = closedOffice(office, context);
  if (closed) return err(closed);
  const found = procedureInForce(reference, input.intake.procedure, instantToPlainDate(at));
  if (!found.ok) return found;
  const procedure = found.value;
  const refusal =
    check(procedure) ?? intakeRefusal(input.intake, procedure, { at, databasePapersConfirmed: input.databasePapersConfirmed });
  if (refusal) return err(refusal);
  const promise = promiseFor(procedure, at, input.extended ?? false, input.due, reference);
  if (!promise.ok) return promise;
  const decider = decidingOffice(procedure, office, reference.offices);
  const competent = input.receivedFor ?? (decider && agencyOf(decider));
  if (competent === undefined) return err({ code: 'numbers/no-lease', agencyId: office.parent ?? '' });
  const code = codeFor(state, input, competent.agencyId, context);
  if (!code.ok) return code;
  const { intake: taken, databasePapersConfirmed, receivedFor, serviceLevel: level, eIdChecked = showedEId(taken) } = input;
  const event = draftEvent('DossierAccepted', {
    ...code.value,
    register: context.drawRegisterLine(instantToPlainDate(at)),
    intake: { ...taken, papers: asPrinted(taken.papers, procedure.documents) },
    ...promise.value,
    printed: printedNames(office, actor, procedure, reference.settings),
    competent,
    ...definedOnly({ databasePapersConfirmed, receivedFor, serviceLevel: level, eIdChecked }),
  });
  return ok({ event, procedure });
}

/** Papers handed in on the last day are written down on that day; after it another unit takes in. */
function closedOffice(office: Office, { at, reference }: CommandContext): Refusal | undefined {
  const { validTo: lastDay, successor } = office;
  if (lastDay === undefined || isOpenOn(office, instantToPlainDate(at))) return undefined;
  const next = reference.offices.find((one) => one.id === successor)?.name;
  return { code: 'office/closed', lastDay, ...definedOnly({ successor: next }) };
}

/** Drawn from the ranges of the agency that decides, or the code of the other system. */
function codeFor(
  state: DossierState | undefined,
  { external }: AcceptInput,
  agencyId: string,
  context: CommandContext,
): Result<Pick<AcceptanceFacts, 'code' | 'external'>, Refusal> {
  if (!external) {
    const drawn = context.drawCode(agencyId, instantToPlainDate(context.at));
    return drawn.ok ? ok({ code: drawn.value }) : drawn;
  }
  const code = externalCode.safeParse(external.code ?? state?.reference);
  if (!code.success)
    return err({ code: 'input/invalid', fields: [{ path: 'external.code', problem: external.code ? 'invalid' : 'required' }] });
  // A code of our own agencies would be drawn again for somebody else.
  const own = context.reference.offices.some((one) => one.agencyId === parseCode(code.data)?.agencyId);
  if (own) return err({ code: 'input/invalid', fields: [{ path: 'external.code', problem: 'taken' }] });
  return ok({ external: { ...external, code: code.data } });
}

/** Who stands at the desk showed the identity account itself; from a card nothing follows. */
function showedEId({ owner, submitter }: Intake): true | undefined {
  return (submitter ?? owner).evidence === 'VNEID' || undefined;
}

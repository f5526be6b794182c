/**
 * The formal acceptance: checks papers, identity and the procedure's validity, computes the promise, draws the official code of the deciding
 * agency and the next line of the register. A draw counts only if the caller's transaction commits, so it comes last.
 */
import * as z from 'zod/mini';
import type { Procedure } from '../../catalogue/procedure.ts';
import { instantToPlainDate } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { type CommandContext, defineCommand, desk, type EventDraft } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { beforeIntake } from '../evolve.ts';
import { chosenDue, intake } from '../fields.ts';
import { intakeRefusal, procedureInForce } from '../intake-checks.ts';
import { type ChosenDue, promiseFor } from '../promise.ts';
import { decidingAgency } from '../reference-lookup.ts';
import type { Refusal } from '../refusals.ts';
import type { Intake } from '../state.ts';

export interface AcceptInput {
  readonly intake: Intake;
  /** Only where the procedure has no known limit. */
  readonly due?: ChosenDue | undefined;
  /** Use the procedure's longer limit. */
  readonly extended?: boolean | undefined;
  readonly databasePapersConfirmed?: boolean | undefined;
}

export const acceptFields = {
  intake,
  due: z.optional(chosenDue),
  extended: z.optional(z.boolean()),
  databasePapersConfirmed: z.optional(z.boolean()),
};

export const accept = defineCommand({
  name: 'accept',
  input: z.strictObject(acceptFields) satisfies z.ZodMiniType<AcceptInput>,
  ...desk,
  emits: ['DossierAccepted'],
  homeOnly: true,
  open: beforeIntake,
  decide: (_state, input, context) => {
    const accepted = decideAcceptance(input, context);
    return accepted.ok ? ok([accepted.value.event]) : accepted;
  },
});

export function decideAcceptance(
  input: AcceptInput,
  context: CommandContext,
  check: (procedure: Procedure) => Refusal | undefined = () => undefined,
): Result<{ readonly event: EventDraft; readonly procedure: Procedure }, Refusal> {
  const { at, office, reference } = context;
  const date = instantToPlainDate(at);
  const procedure = procedureInForce(reference, input.intake.procedure, date);
  if (!procedure.ok) return procedure;
  const refusal = check(procedure.value) ?? intakeRefusal(input.intake, procedure.value);
  if (refusal) return err(refusal);
  const promise = promiseFor(procedure.value, at, input.extended ?? false, input.due, reference);
  if (!promise.ok) return promise;
  const agencyId = decidingAgency(procedure.value, office, reference.offices);
  if (agencyId === undefined) return err({ code: 'numbers/no-lease', agencyId: office.parent ?? '' });
  const code = context.drawCode(agencyId, date);
  if (!code.ok) return code;
  const event = draftEvent('DossierAccepted', {
    code: code.value,
    register: context.drawRegisterLine(date),
    intake: input.intake,
    ...promise.value,
    ...(input.databasePapersConfirmed === undefined ? {} : { databasePapersConfirmed: input.databasePapersConfirmed }),
  });
  return ok({ event, procedure: procedure.value });
}

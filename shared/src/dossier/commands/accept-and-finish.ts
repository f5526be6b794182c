/** Row 4b: a procedure done while the citizen waits (NĐ 118/2025 Đ17.4) is accepted, finished and, where he has it already, returned in one act. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { moneyOf } from '../../judgement/money.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { beforeIntake } from '../evolve.ts';
import { decideHandOut, handOutFields } from '../hand-out.ts';
import { resolveResult, resultChoice } from '../result-paper.ts';
import { acceptFields, decideAcceptance } from './accept.ts';

export const acceptAndFinish = defineCommand({
  name: 'acceptAndFinish',
  input: z.strictObject({
    ...acceptFields,
    result: resultChoice,
    returned: z.optional(z.strictObject(handOutFields)),
  }),
  ...desk,
  emits: ['DossierAccepted', 'DossierFinished', 'ResultReturned'],
  homeOnly: true,
  open: beforeIntake,
  decide: (state, input, context) => {
    const {
      intake,
      due,
      extended,
      databasePapersConfirmed,
      external,
      receivedFor,
      serviceLevel,
      eIdChecked,
      returned,
      result: told,
    } = input;
    const result = resolveResult(told, context);
    if (!result.ok) return result;
    const accepting = { intake, due, extended, databasePapersConfirmed, external, receivedFor, serviceLevel, eIdChecked };
    const handed =
      returned &&
      decideHandOut(moneyOf({ fees: intake.fees, payments: intake.payment ? [intake.payment] : [], refunds: [] }).owedVnd, returned);
    if (handed && !handed.ok) return handed;
    const accepted = decideAcceptance(state, accepting, context, (procedure) =>
      procedure.timeLimit?.unit === 'sameDay' ? undefined : { code: 'dossier/not-instant' },
    );
    if (!accepted.ok) return err(accepted.error);
    return ok([accepted.value.event, draftEvent('DossierFinished', { result: result.value }), ...(handed ? [handed.value] : [])]);
  },
});

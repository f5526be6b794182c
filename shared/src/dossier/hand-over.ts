/**
 * Giving the file to somebody (domain §2.6, §5.2 rows 5, 10, 11): to whom, until when, on which list. The first hand-over draws the number of the
 * control slip that goes with the file from then on; a list of many dossiers has one number, drawn for its first dossier.
 */
import * as z from 'zod/mini';
import { instantToPlainDate } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { CommandContext } from './command.ts';
import { instant, note, paperNumber } from './fields.ts';
import { type Recipient, type RecipientChoice, recipientChoice, resolveRecipient } from './recipient.ts';
import type { Refusal } from './refusals.ts';
import type { DossierState, PaperNumber } from './state.ts';

/** Members of every hand-over event, besides to whom. */
export const handOverFacts = {
  /** When this step has to be done: the control slip's and the transfer slip's own limit. */
  stepDue: z.optional(instant),
  /** The hand-over list (bảng kê) it went with. */
  list: z.optional(paperNumber),
  /** Given with the first hand-over only. */
  controlSlip: z.optional(paperNumber),
  note,
};

/** Input: `list` is `NEW` for the first dossier of a list, then the number it was given. */
const handOverInput = {
  stepDue: z.optional(instant),
  list: z.optional(z.union([z.literal('NEW'), paperNumber])),
  note,
};
export const handOverTo = { to: recipientChoice, ...handOverInput };
export const handOverMaybeTo = { to: z.optional(recipientChoice), ...handOverInput };

interface HandOverInput {
  readonly to?: RecipientChoice | undefined;
  readonly stepDue?: number | undefined;
  readonly list?: 'NEW' | PaperNumber | undefined;
  readonly note?: string | undefined;
}

interface HandOverFacts {
  readonly stepDue?: number;
  readonly list?: PaperNumber;
  readonly controlSlip?: PaperNumber;
  readonly note?: string;
}

export function decideHandOver(
  state: DossierState | undefined,
  input: HandOverInput,
  context: CommandContext,
): Result<HandOverFacts, Refusal> {
  const { stepDue, list, note: remark } = input;
  if (stepDue !== undefined && stepDue <= context.at) return err({ code: 'input/invalid', fields: [{ path: 'stepDue', problem: 'past' }] });
  const today = instantToPlainDate(context.at);
  return ok({
    ...(stepDue === undefined ? {} : { stepDue }),
    ...(list === undefined ? {} : { list: list === 'NEW' ? context.drawSlipNumber('HANDOVER_LIST', today) : list }),
    ...(state?.controlSlip === undefined ? { controlSlip: context.drawSlipNumber('CONTROL_SLIP', today) } : {}),
    ...(remark === undefined ? {} : { note: remark }),
  });
}

/** To a named receiver of the acting office. */
export function decideHandOverTo(
  state: DossierState | undefined,
  input: HandOverInput & { readonly to: RecipientChoice },
  context: CommandContext,
): Result<HandOverFacts & { readonly to: Recipient }, Refusal> {
  const to = resolveRecipient(input.to, context.office, context.reference);
  if (!to.ok) return to;
  const facts = decideHandOver(state, input, context);
  return facts.ok ? ok({ to: to.value, ...facts.value }) : facts;
}

/**
 * Written answers that leave the office (Mẫu 02–05, stop notice, receipt of a withdrawal): each has a number from the device's own book of that kind and
 * year, a date, a signer as he is written, and the legal ground. All of it is part of the event, so a reprint in ten years is the same paper.
 */
import * as z from 'zod/mini';
import { instantToPlainDate } from '../kernel/instant.ts';
import type { StaffId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { procedureToShow } from '../catalogue/catalogue.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import type { Staff } from '../reference/staff.ts';
import { type PrintedNames, printedNames } from './acceptance.ts';
import type { CommandContext } from './command.ts';
import { count, optionalText, paperNumber, plainDate, staffId, text } from './fields.ts';
import type { SlipKind } from './numbers.ts';
import type { Refusal } from './refusals.ts';
import type { Intake, PaperNumber } from './state.ts';

/** Who signed, as written; `staff` where he is in the roster. */
export interface Signer {
  readonly staff?: StaffId | undefined;
  readonly name: string;
  readonly title?: string | undefined;
}
export type SignerChoice =
  | { readonly kind: 'STAFF'; readonly staff: StaffId }
  | { readonly kind: 'NAMED'; readonly name: string; readonly title?: string | undefined };

export interface Slip {
  readonly number: PaperNumber;
  readonly date: PlainDate;
  readonly signer: Signer;
  /** "khoản 5 Điều 19 Nghị định 118/2025/NĐ-CP". */
  readonly ground?: string | undefined;
  readonly printed: SlipNames;
}

/** Names as they stood on the day (domain §13.2 no. 8). */
export type SlipNames = Omit<PrintedNames, 'notes' | 'numberSuffix' | 'procedure'> & { readonly procedure?: string | undefined };

export const signerFact: z.ZodMiniType<Signer> = z.strictObject({ staff: z.optional(staffId), name: text(200), title: optionalText(200) });
export const signerChoice: z.ZodMiniType<SignerChoice> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('STAFF'), staff: staffId }),
  z.strictObject({ kind: z.literal('NAMED'), name: text(200), title: optionalText(200) }),
]);
const slipNames: z.ZodMiniType<SlipNames> = z.strictObject({
  authority: text(300),
  desk: text(300),
  office: text(300),
  place: text(300),
  clerk: text(300),
  clerkPhone: optionalText(100),
  hotline: optionalText(200),
  procedure: optionalText(1000),
});
export const slipFact: z.ZodMiniType<Slip> = z.strictObject({
  number: paperNumber,
  date: plainDate,
  signer: signerFact,
  ground: optionalText(500),
  printed: slipNames,
});
/** Where nothing may be issued without its legal ground. */
export const groundedSlip: z.ZodMiniType<Slip & { readonly ground: string }> = z.strictObject({
  number: paperNumber,
  date: plainDate,
  signer: signerFact,
  ground: text(500),
  printed: slipNames,
});

/** Input of every command that issues a slip. */
export const slipFields = { signer: z.optional(signerChoice), ground: optionalText(500) };

/** Why more papers are asked for, or the dossier is not taken in or not granted. */
export const askingReason = z.enum(['PAPERS_MISSING', 'PAPERS_WRONG', 'FORM_WRONG', 'OTHER']);
export const refusalReason = z.enum(['NOT_COMPETENT', 'NOT_ELIGIBLE', 'NOT_IN_SCOPE', 'PAPERS_NOT_VALID', 'OTHER']);
export const withdrawalReason = z.enum(['NO_LONGER_NEEDED', 'WRONG_PROCEDURE', 'GOES_ELSEWHERE', 'PAPERS_NOT_OBTAINABLE', 'OTHER']);
export const closingReason = z.enum(['NOTHING_BROUGHT', 'BROUGHT_INCOMPLETE', 'REFUSED_TO_BRING', 'OTHER']);
export const stopReason = z.enum(['DISPUTE', 'COURT_OR_INSPECTION', 'SUBJECT_GONE', 'OBLIGATION_UNMET', 'OTHER']);
/** Why a result is late, for the apology and for the reports of lateness. */
export type RefusalReason = z.infer<typeof refusalReason>;
export const delayReason = z.enum(['VERIFICATION', 'CONSULTATION', 'WORKLOAD', 'RULES', 'SYSTEM', 'OTHER']);
export type DelayReason = z.infer<typeof delayReason>;

/** A leader signs for himself; otherwise he is named, and where he is in the roster he must be a signer. */
export function resolveLeader(
  choice: SignerChoice | undefined,
  { actor, reference }: Pick<CommandContext, 'actor' | 'reference'>,
): Result<Signer, Refusal> {
  if (choice?.kind === 'NAMED') return ok(named(choice));
  if (choice === undefined)
    return actor.roles.includes('signer')
      ? ok(signerOf(actor))
      : err({ code: 'input/invalid', fields: [{ path: 'signer', problem: 'required' }] });
  const found = reference.staff.find((one) => one.id === choice.staff);
  return found?.roles.includes('signer')
    ? ok(signerOf(found))
    : err({ code: 'input/invalid', fields: [{ path: 'signer', problem: 'staff' }] });
}

/** The officer at the desk signs what he gives, unless somebody else is named. */
function resolveIssuer(choice: SignerChoice | undefined, { actor, reference }: CommandContext): Result<Signer, Refusal> {
  if (choice === undefined) return ok(signerOf(actor));
  if (choice.kind === 'NAMED') return ok(named(choice));
  const found = reference.staff.find((one) => one.id === choice.staff);
  return found ? ok(signerOf(found)) : err({ code: 'input/invalid', fields: [{ path: 'signer', problem: 'staff' }] });
}

interface SlipInput {
  readonly signer?: SignerChoice | undefined;
  readonly ground?: string | undefined;
}

/** The number is drawn last: what is refused burns none. */
export function issueSlip(
  kind: SlipKind,
  by: 'DESK' | 'LEADER',
  { signer: choice, ground }: SlipInput,
  context: CommandContext,
  intake: Pick<Intake, 'procedure'> | undefined,
): Result<Slip, Refusal> {
  const signedBy = by === 'LEADER' ? resolveLeader(choice, context) : resolveIssuer(choice, context);
  if (!signedBy.ok) return signedBy;
  const date = instantToPlainDate(context.at);
  return ok({
    number: context.drawSlipNumber(kind, date),
    date,
    signer: signedBy.value,
    ...(ground === undefined ? {} : { ground }),
    printed: namesOfDay(context, intake),
  });
}

function namesOfDay({ office, actor, reference }: CommandContext, intake: Pick<Intake, 'procedure'> | undefined): SlipNames {
  const procedure = intake && procedureToShow(reference.procedures, intake.procedure);
  const {
    notes: _notes,
    numberSuffix: _suffix,
    procedure: name,
    ...names
  } = printedNames(office, actor, procedure ?? { name: '' }, reference.settings);
  return { ...names, ...(name === '' ? {} : { procedure: name }) };
}

function signerOf({ id, fullName, title }: Staff): Signer {
  return { staff: id, name: fullName, ...(title === '' ? {} : { title }) };
}

function named({ name, title }: { readonly name: string; readonly title?: string | undefined }): Signer {
  return { name, ...(title === undefined ? {} : { title }) };
}

/** A paper the citizen still has to bring (Mẫu 02), as many of each as the slip says. */
export interface MissingPaper {
  readonly component?: number | undefined;
  readonly name: string;
  readonly note?: string | undefined;
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
}
const paperAsked = { component: z.optional(count(999)), name: text(500), note: optionalText(500) };
export const missingPapers: z.ZodMiniType<readonly MissingPaper[]> = z
  .array(z.strictObject({ ...paperAsked, originals: count(999), certified: count(999), copies: count(999) }))
  .check(z.maxLength(200));

type AskedPaper = Omit<MissingPaper, 'originals' | 'certified' | 'copies'> & {
  readonly originals?: number | undefined;
  readonly certified?: number | undefined;
  readonly copies?: number | undefined;
};
/** Input: where no quantity is given, the procedure's own. */
export const askedPapers: z.ZodMiniType<readonly AskedPaper[]> = z
  .array(
    z.strictObject({ ...paperAsked, originals: z.optional(count(999)), certified: z.optional(count(999)), copies: z.optional(count(999)) }),
  )
  .check(z.maxLength(200));

export function withQuantities(asked: readonly AskedPaper[], procedure: Procedure | undefined): readonly MissingPaper[] {
  return asked.map((paper) => {
    const published = paper.component === undefined ? undefined : procedure?.documents[paper.component];
    return {
      ...paper,
      originals: paper.originals ?? published?.original ?? 0,
      certified: paper.certified ?? 0,
      copies: paper.copies ?? published?.copies ?? 0,
    };
  });
}

/**
 * The result of a dossier as the paper it is (domain §5.2 rows 12, 13, 15, 19): what kind of document, its number and date, who signed. A refusal carries its
 * reason in the same object, so that none can be stored without one (NĐ 118/2025 Đ19.3).
 */
import * as z from 'zod/mini';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Result, ok } from '../kernel/result.ts';
import { daysGone } from './act-dates.ts';
import type { CommandContext } from './command.ts';
import { note, optionalText, plainDate, reason, text } from './fields.ts';
import type { Refusal } from './refusals.ts';
import {
  type RefusalReason,
  type Signer,
  type SignerChoice,
  delayReason,
  refusalReason,
  resolveLeader,
  signerChoice,
  signerFact,
} from './slips.ts';

interface ResultPaper<S> {
  /** "Giấy khai sinh", "Trích lục kết hôn (bản sao)". */
  readonly documentType?: string | undefined;
  readonly number?: string | undefined;
  readonly date?: PlainDate | undefined;
  readonly signer?: S | undefined;
  readonly note?: string | undefined;
}
interface Granted {
  readonly outcome: 'GRANTED';
}
interface Refused {
  readonly outcome: 'REFUSED';
  readonly reason: string;
  readonly class: RefusalReason;
}
export type DossierResult = ResultPaper<Signer> & (Granted | Refused);
type ResultChoice = ResultPaper<SignerChoice> & (Granted | Refused);

export const paperOfResult = { documentType: optionalText(200), number: optionalText(60), date: z.optional(plainDate), note };
const granted = { outcome: z.literal('GRANTED'), ...paperOfResult };
const refused = { outcome: z.literal('REFUSED'), reason, class: refusalReason, ...paperOfResult };

export const resultFact: z.ZodMiniType<DossierResult> = z.discriminatedUnion('outcome', [
  z.strictObject({ ...granted, signer: z.optional(signerFact) }),
  z.strictObject({ ...refused, signer: z.optional(signerFact) }),
]);
export const resultChoice: z.ZodMiniType<ResultChoice> = z.discriminatedUnion('outcome', [
  z.strictObject({ ...granted, signer: z.optional(signerChoice) }),
  z.strictObject({ ...refused, signer: z.optional(signerChoice) }),
]);

/** Why a result is late, where it is: asked for by the reports of lateness, whether or not somebody apologised. */
export const lateFact = z.strictObject({ class: delayReason, reason: text(2000) });
export type LateReason = z.infer<typeof lateFact>;

export function resolveResult(
  { signer, ...paper }: ResultChoice,
  context: Pick<CommandContext, 'actor' | 'reference' | 'at'>,
): Result<DossierResult, Refusal> {
  const wrong = daysGone({ date: paper.date }, context.at);
  if (wrong) return wrong;
  if (signer === undefined) return ok(paper);
  const leader = resolveLeader(signer, context);
  return leader.ok ? ok({ ...paper, signer: leader.value }) : leader;
}

/** What came later says more about the same result; another outcome is another result. */
export function mergeResult(known: DossierResult | undefined, told: DossierResult): DossierResult {
  return known?.outcome === told.outcome ? { ...known, ...told } : told;
}

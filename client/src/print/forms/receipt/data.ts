/**
 * What stands on a "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", field by field (domain §2.2), as plain data made from the acceptance as it
 * stands in the log. The live preview beside the intake form uses the same function with what has been typed so far, so preview and
 * paper cannot differ. Rules: tests/rules/print.md.
 */
import type { Acceptance } from '@onestop/shared/dossier/acceptance.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { DueDate, PaperNumber } from '@onestop/shared/dossier/state.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { type PaperLine, type PartyLines, deskTitle, paperLines, partyLines } from '../../parts/lines.ts';
import { dueInWords, feeInWords, limitInWords, returnPlaceInWords } from '../../parts/wording.ts';

export type ReceiptSource = Pick<Acceptance, 'intake' | 'printed'> & {
  readonly code?: string | undefined;
  readonly register?: PaperNumber | undefined;
  readonly acceptedAt?: Instant | undefined;
  readonly due?: DueDate | undefined;
};

export interface ReceiptData {
  readonly authorityName: string;
  /** The header's capitals: "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ". */
  readonly deskName: string;
  /** The desk in running text, with its unit's name. */
  readonly returnDesk: string;
  readonly place: string;
  /** "01-12/BPTNTKQ"; empty before a number was drawn. */
  readonly formNumber: string;
  readonly code: string | undefined;
  readonly book: string;
  readonly line: string;
  readonly owner: PartyLines;
  readonly submitter: (PartyLines & { readonly authorisation: string }) | undefined;
  readonly request: string;
  readonly summary: string;
  readonly papers: readonly PaperLine[];
  readonly sets: number;
  readonly limit: string;
  readonly acceptedAt: Instant | undefined;
  readonly dueAt: Instant | undefined;
  /** The same in words, with what has to be said of it. */
  readonly due: string;
  readonly returnPlace: string;
  readonly fee: string;
  readonly clerkName: string;
  readonly clerkPhone: string;
  readonly notes: readonly string[];
  readonly hotline: string;
}

/** What was printed at the acceptance: not what was corrected or brought since, not what the reference data say today. */
export function receiptSource({ code, external, at, ...acceptance }: Acceptance): ReceiptSource {
  return { ...acceptance, code: code ?? external?.code, acceptedAt: at };
}

export function receiptData({ intake, printed, code, register, acceptedAt, due }: ReceiptSource): ReceiptData {
  const desk = deskTitle({ deskName: printed.desk, name: printed.office });
  return {
    authorityName: printed.authority,
    deskName: printed.desk,
    returnDesk: desk,
    place: printed.place,
    formNumber: register ? [formatPaperNumber(register), printed.numberSuffix].filter(Boolean).join('/') : '',
    code,
    book: register?.book ?? '',
    line: register ? String(register.line) : '',
    owner: partyLines(intake.owner),
    submitter: intake.submitter ? { ...partyLines(intake.submitter), authorisation: intake.submitter.authorisation ?? '' } : undefined,
    request: printed.procedure,
    summary: intake.summary ?? '',
    papers: paperLines(intake.papers),
    sets: intake.sets,
    limit: limitInWords(due, acceptedAt),
    acceptedAt,
    dueAt: due?.dueAt,
    due: dueInWords(due),
    returnPlace: returnPlaceInWords(intake.returnChannel, desk, intake.returnAddress),
    fee: feeInWords(intake),
    clerkName: printed.clerk,
    clerkPhone: printed.clerkPhone ?? '',
    notes: printed.notes,
    hotline: printed.hotline ?? '',
  };
}

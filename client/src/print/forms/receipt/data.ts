/**
 * What stands on a "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", field by field (domain §2.2), as plain data made from the acceptance as it
 * stands in the log. The live preview beside the intake form uses the same function with what has been typed so far, so preview and
 * paper cannot differ. Rules: tests/rules/print.md.
 */
import type { Acceptance } from '@onestop/shared/dossier/acceptance.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { DossierState, DueDate, PaperNumber } from '@onestop/shared/dossier/state.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import {
  type PaperLine,
  type PartyLines,
  deskCaption,
  deskTitle,
  paperLines,
  partyLines,
  presentedPapers,
  signerOf,
} from '../../parts/lines.ts';
import { formSetOn } from '../form.ts';
import { dueInWords, feesInWords, limitInWords, returnPlaceInWords } from '../../parts/wording.ts';

export type ReceiptSource = Pick<Acceptance, 'intake' | 'printed'> & {
  readonly code?: string | undefined;
  readonly register?: PaperNumber | undefined;
  readonly acceptedAt?: Instant | undefined;
  readonly due?: DueDate | undefined;
  readonly dueFirst?: Instant | undefined;
  /** Absent: issued when it was received. */
  readonly issuedAt?: Instant | undefined;
  /** Who stated its times, where the clock could not. */
  readonly statedBy?: string | undefined;
};

export interface ReceiptData {
  readonly authorityName: string;
  /** The header's capitals: "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ". */
  readonly deskName: string;
  /** The desk in running text, with its unit's name. */
  readonly returnDesk: string;
  readonly desk: ReturnType<typeof deskCaption>;
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
  /** Shown and given back. */
  readonly presented: readonly string[];
  readonly sets: number;
  readonly limit: string;
  readonly acceptedAt: Instant | undefined;
  readonly issuedAt: Instant | undefined;
  readonly dueAt: Instant | undefined;
  /** The same in words, with what has to be said of it. */
  readonly due: string;
  /** The date of the first receipt, on one that was issued again. */
  readonly dueFirst: Instant | undefined;
  readonly returnPlace: string;
  /** The items, one a line where there are several. */
  readonly fees: readonly string[];
  /** Whoever signs for the citizen, under the line. */
  readonly signer: string;
  readonly clerkName: string;
  readonly clerkPhone: string;
  readonly notes: readonly string[];
  readonly hotline: string;
  /** Empty where the public has no such address. */
  readonly publicLookup: string;
  readonly statedBy: string;
  /** An electronic receipt of the set of 2018 has a box for the organisation's digital signature (domain §2.1). */
  readonly signatureBox: boolean;
}

/** What was printed at the acceptance: not what was corrected or brought since, not what the reference data say today. */
export function receiptSource({ code, external, at, ...acceptance }: Acceptance): ReceiptSource {
  return { ...acceptance, code: code ?? external?.code, acceptedAt: at };
}

export function receiptData({
  intake,
  printed,
  code,
  register,
  acceptedAt,
  due,
  dueFirst,
  issuedAt = acceptedAt,
  statedBy = '',
}: ReceiptSource): ReceiptData {
  const desk = deskTitle({ deskName: printed.desk, name: printed.office });
  return {
    authorityName: printed.authority,
    deskName: printed.desk,
    returnDesk: desk,
    desk: deskCaption({ deskName: printed.desk, name: printed.office }),
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
    presented: presentedPapers(intake.papers),
    sets: intake.sets,
    limit: limitInWords(due, acceptedAt),
    acceptedAt,
    issuedAt,
    dueAt: due?.dueAt,
    due: dueInWords(due),
    dueFirst,
    returnPlace: returnPlaceInWords(intake.returnChannel, desk, intake.returnAddress),
    fees: feesInWords(intake),
    signer: signerOf(intake),
    clerkName: printed.clerk,
    clerkPhone: printed.clerkPhone ?? '',
    notes: printed.notes,
    hotline: printed.hotline ?? '',
    publicLookup: printed.publicLookup ?? '',
    statedBy,
    signatureBox: intake.channel === 'ONLINE' && acceptedAt !== undefined && formSetOn(instantToPlainDate(acceptedAt)) === '2018',
  };
}

/**
 * The receipt of a dossier whose promise is another one since: time ran anew after a supplement or a payment, the office apologised, a regulation moved it, or the
 * procedure was put right (domain §13.2 no. 8). The first date stays visible. Undefined where the first receipt still holds.
 */
export function reissuedSource({ acceptance, due, dueSetAt, intake, procedureName }: DossierState): ReceiptSource | undefined {
  if (acceptance === undefined || due === undefined || intake === undefined) return undefined;
  const moved = due.dueAt !== acceptance.due.dueAt;
  if (!moved && intake.procedure.key === acceptance.intake.procedure.key) return undefined;
  return {
    ...receiptSource(acceptance),
    intake,
    printed: { ...acceptance.printed, procedure: procedureName ?? acceptance.printed.procedure },
    due,
    issuedAt: dueSetAt,
    ...(moved ? { dueFirst: acceptance.due.dueAt } : {}),
  };
}

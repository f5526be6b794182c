/**
 * What stands on a "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", field by field (domain §2.2), as plain data made from the dossier and
 * the reference data. The live preview beside the intake form uses the same function with what has been typed so far, so preview and
 * paper cannot differ. Rules: tests/rules/print.md.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { DossierState, DueDate, Intake, PaperNumber } from '@onestop/shared/dossier/state.ts';
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { type PaperLine, type PartyLines, deskTitle, paperLines, partyLines } from '../../parts/lines.ts';
import { feeInWords, limitInWords, returnPlaceInWords } from '../../parts/wording.ts';

export interface ReceiptSource {
  readonly intake: Intake;
  readonly office: Office;
  readonly procedure: Procedure | undefined;
  readonly settings: Settings;
  readonly code?: string | undefined;
  readonly register?: PaperNumber | undefined;
  readonly acceptedAt?: Instant | undefined;
  readonly due?: DueDate | undefined;
  readonly clerk?: Staff | undefined;
}

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
  readonly returnPlace: string;
  readonly fee: string;
  readonly clerkName: string;
  readonly clerkPhone: string;
  readonly notes: readonly string[];
  readonly hotline: string;
}

/** Undefined while the dossier has no intake or its office is not in the reference data. */
export function receiptSourceOfState(state: DossierState, reference: ReferenceData): ReceiptSource | undefined {
  const office = reference.offices.find((one) => one.id === state.office);
  if (!state.intake || !office) return undefined;
  return {
    intake: state.intake,
    office,
    procedure: procedureToShow(reference.procedures, state.intake.procedure),
    settings: reference.settings,
    code: state.code,
    register: state.register,
    acceptedAt: state.acceptedAt,
    due: state.dueOriginal ?? state.due,
    clerk: reference.staff.find((one) => one.id === state.acceptedBy),
  };
}

export function receiptData(source: ReceiptSource): ReceiptData {
  const { intake, office, settings, register, due, clerk } = source;
  return {
    authorityName: office.authorityName,
    deskName: office.deskName,
    returnDesk: deskTitle(office),
    place: office.place,
    formNumber: register ? `${formatPaperNumber(register)}/${settings.receiptSuffix}` : '',
    code: source.code,
    book: register?.book ?? '',
    line: register ? String(register.line) : '',
    owner: partyLines(intake.owner),
    submitter: intake.submitter ? { ...partyLines(intake.submitter), authorisation: intake.submitter.authorisation ?? '' } : undefined,
    request: source.procedure?.name ?? '',
    summary: intake.summary ?? '',
    papers: paperLines(intake, source.procedure),
    sets: intake.sets,
    limit: limitInWords(due),
    acceptedAt: source.acceptedAt,
    dueAt: due?.dueAt,
    returnPlace: returnPlaceInWords(intake.returnChannel, deskTitle(office), intake.returnAddress),
    fee: feeInWords(intake),
    clerkName: clerk?.fullName ?? '',
    clerkPhone: clerk?.phone ?? office.phone ?? '',
    notes: settings.receiptNotes,
    hotline: settings.hotline ?? '',
  };
}

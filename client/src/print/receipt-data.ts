/**
 * What stands on a "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", field by field (domain §2.2), as plain data made from the dossier and
 * the reference data. The live preview beside the intake form uses the same function with what has been typed so far, so preview and
 * paper cannot differ. Rules: tests/rules/print.md.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DossierState, DueDate, Intake, Party, RegisterLine } from '@onestop/shared/dossier/state.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { evidenceName, feeInWords, limitInWords, returnPlaceInWords } from './forms/wording.ts';

export interface ReceiptSource {
  readonly intake: Intake;
  readonly office: Office;
  readonly procedure: Procedure | undefined;
  readonly settings: Settings;
  readonly code?: string | undefined;
  readonly register?: RegisterLine | undefined;
  readonly acceptedAt?: Instant | undefined;
  readonly due?: DueDate | undefined;
  readonly clerk?: Staff | undefined;
}

export interface PartyLines {
  readonly name: string;
  readonly organisation: boolean;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Full number, for the copy kept in the file. */
  readonly idNumber: string;
  /** For the copy that is carried about: the last digits only. */
  readonly idMasked: string;
  readonly idPaper: string;
  readonly taxCode: string;
}

export interface PaperLine {
  readonly name: string;
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
  readonly fromDatabase: boolean;
}

export interface ReceiptData {
  readonly authorityName: string;
  /** The header's capitals: "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ". */
  readonly deskName: string;
  /** The desk in running text, with its unit's name. */
  readonly returnDesk: string;
  readonly place: string;
  /** "12/BPTNTKQ"; empty before a number was drawn. */
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
  const { key, version } = state.intake.procedure;
  return {
    intake: state.intake,
    office,
    procedure:
      reference.procedures.find((one) => one.key === key && one.version === version) ?? reference.procedures.find((one) => one.key === key),
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
    formNumber: register ? `${register.line}/${settings.receiptSuffix}` : '',
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

export function partyLines(party: Party): PartyLines {
  const idNumber = party.idNumber ?? '';
  return {
    name: party.fullName,
    organisation: party.kind === 'ORGANISATION',
    address: party.address ?? '',
    phone: party.phone ?? '',
    email: party.email ?? '',
    idNumber,
    idMasked: maskIdNumber(idNumber),
    idPaper: idNumber ? evidenceName[party.evidence] : '',
    taxCode: party.taxCode ?? '',
  };
}

/** Papers that were handed in or taken from a database; what is missing or not needed does not stand on a receipt. */
export function paperLines(intake: Intake, procedure: Procedure | undefined): readonly PaperLine[] {
  return intake.papers
    .filter((tick) => tick.state === 'RECEIVED' || tick.state === 'FROM_DATABASE')
    .map((tick) => ({
      name: tick.name ?? (tick.component === undefined ? '' : (procedure?.documents[tick.component]?.name ?? '')),
      originals: tick.originals,
      certified: tick.certified,
      copies: tick.copies,
      fromDatabase: tick.state === 'FROM_DATABASE',
    }));
}

/** "Bộ phận tiếp nhận và trả kết quả xã Bình Định": the header's capitals are for the header only. */
export function deskTitle(office: Office): string {
  const desk = office.deskName.toLocaleLowerCase('vi');
  const title = desk.charAt(0).toLocaleUpperCase('vi') + desk.slice(1);
  return title.includes(office.name) ? title : `${title} ${office.name}`;
}

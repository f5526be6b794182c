/**
 * What an acceptance is beyond intake and promise: who decides, for whom it was taken in, where it is really worked, and the words that were printed
 * (domain §13.2 no. 8). A reprint in ten years is the same paper because it is made of this, never of the reference data of that day.
 */
import type { Procedure } from '../catalogue/procedure.ts';
import type { Instant } from '../kernel/instant.ts';
import type { OfficeId, StaffId } from '../kernel/ids.ts';
import type { Office } from '../reference/office.ts';
import type { Settings } from '../reference/settings.ts';
import type { Staff } from '../reference/staff.ts';
import { nfc } from '../text/fold.ts';
import type { DueDate, Intake, PaperNumber } from './state.ts';

/** Names and notes of the receipt (Mẫu 01, domain §2.2) as they stood on the day. */
export interface PrintedNames {
  /** Line 1 of the left header: "UBND XÃ BÌNH ĐỊNH". */
  readonly authority: string;
  /** Line 2: "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ". */
  readonly desk: string;
  /** Name of the unit in running text: "xã Bình Định". */
  readonly office: string;
  readonly place: string;
  /** After the number of the receipt: "BPTNTKQ". */
  readonly numberSuffix?: string | undefined;
  readonly clerk: string;
  readonly clerkPhone?: string | undefined;
  readonly procedure: string;
  readonly notes: readonly string[];
  readonly hotline?: string | undefined;
  readonly publicLookup?: string | undefined;
}

/** An agency that decides, or for which a dossier is taken in. */
export interface Agency {
  readonly agencyId: string;
  /** "UBND huyện Lương Tài". */
  readonly name: string;
  /** Absent for an agency outside the district's list. */
  readonly office?: OfficeId | undefined;
}

/** The dossier has its code from another system, where it is decided too; it is not counted twice (1747/UBND-NC, domain §13.1). */
export interface ExternalCode {
  readonly code: string;
  /** "Hệ thống hộ tịch điện tử". */
  readonly system?: string | undefined;
}

/** How far the procedure can be done online (dịch vụ công toàn trình, một phần, cung cấp thông tin). */
export const serviceLevels = ['FULL', 'PARTIAL', 'INFORMATION'] as const;
export type ServiceLevel = (typeof serviceLevels)[number];

export interface AcceptanceFacts {
  /** Drawn from the device's ranges; absent where `external` is the code. */
  readonly code?: string | undefined;
  readonly external?: ExternalCode | undefined;
  readonly register: PaperNumber;
  readonly intake: Intake;
  readonly due: DueDate;
  /** Why the officer set this date, where the procedure has no known limit. */
  readonly dueReason?: string | undefined;
  readonly printed: PrintedNames;
  /** Who decides: the identifier in the code is his (domain §3.2). */
  readonly competent: Agency;
  /** Taken in for another unit (không phụ thuộc địa giới). */
  readonly receivedFor?: Agency | undefined;
  readonly serviceLevel?: ServiceLevel | undefined;
  /** The identity account of who hands it in was checked (NĐ 118/2025 Đ17.1a). */
  readonly eIdChecked?: boolean | undefined;
  /** The officer looked the marked papers up in a database (NĐ 118/2025 Đ5.1i). */
  readonly databasePapersConfirmed?: boolean | undefined;
}

/** The acceptance as it stands in the log: later corrections change the dossier, not this. */
export interface Acceptance extends AcceptanceFacts {
  readonly at: Instant;
  readonly by: StaffId;
}

/** Composed as event text has to be; the administration may have pasted it in another form. */
export function printedNames(
  office: Office,
  clerk: Pick<Staff, 'fullName' | 'phone'>,
  procedure: Pick<Procedure, 'name'>,
  settings: Settings,
): PrintedNames {
  const clerkPhone = nfc(clerk.phone || office.phone || '');
  const numberSuffix = nfc(settings.receiptSuffix);
  const hotline = nfc(settings.hotline ?? '');
  const publicLookup = nfc(settings.publicLookup ?? '');
  return {
    authority: nfc(office.authorityName),
    desk: nfc(office.deskName),
    office: nfc(office.name),
    place: nfc(office.place),
    ...(numberSuffix === '' ? {} : { numberSuffix }),
    clerk: nfc(clerk.fullName),
    ...(clerkPhone === '' ? {} : { clerkPhone }),
    procedure: nfc(procedure.name),
    notes: settings.receiptNotes.map(nfc),
    ...(hotline === '' ? {} : { hotline }),
    ...(publicLookup === '' ? {} : { publicLookup }),
  };
}

export function agencyOf(office: Office): Agency {
  return { agencyId: office.agencyId, name: nfc(office.authorityName), office: office.id };
}

/** A published administrative procedure (thủ tục hành chính) in one version. A dossier keeps the version under which it was received. */
import type { PlainDate } from '../kernel/plain-date.ts';

/** Phí pays for a service, lệ phí goes with a decision of the state: two different receipts (Luật Phí và lệ phí 2015, Đ3). */
export type FeeKind = 'PHI' | 'LE_PHI';

/** `workingHours` run while the desk is open, `clockHours` day and night. */
export const limitUnits = ['sameDay', 'workingHours', 'clockHours', 'workingDays', 'days', 'months'] as const;
export type PublishedUnit = (typeof limitUnits)[number];

export interface TimeLimit {
  /** As published, shown and printed. */
  readonly text: string;
  readonly unit: PublishedUnit;
  /** null for `sameDay`. */
  readonly amount: number | null;
  /** The longer time of some cases, in a unit of its own: "05 ngày làm việc; phải xác minh: không quá 25 ngày" (domain §13.2 no. 5). */
  readonly extended?: ExtendedLimit | undefined;
  /** Where the text was read, in the officer's words. */
  readonly source?: string | undefined;
}

export interface ExtendedLimit {
  /** The whole time, not what is added. */
  readonly amount: number;
  readonly unit: Exclude<PublishedUnit, 'sameDay'>;
  /** Which case it is for, as published. */
  readonly ground: string;
}

export interface ProcedureDocument {
  readonly name: string;
  readonly required: boolean;
  readonly original: number;
  readonly copies: number;
  /** Number and source of the form ("Mẫu số 01 Quyết định 24/2021/QĐ-TTg"). */
  readonly form: string | null;
  readonly note: string | null;
  /** The case it is asked for, where it is not asked for always. */
  readonly when?: string | undefined;
  /** The database it may be looked up in instead (NĐ 118/2025 Đ5.1i); absent where nobody published that it may. */
  readonly database?: string | undefined;
  /** Its original is only shown and given back at once (xuất trình); what is handed in are the copies, if any. */
  readonly shown?: boolean | undefined;
}

/** What a price is for: a page of each copy, a copy, or the case as a whole. Pages and copies have to be counted before anything is known. */
export const feeUnits = ['PAGE', 'COPY', 'CASE'] as const;
export type FeeUnit = (typeof feeUnits)[number];

export interface FeeRule {
  /** "Phí chứng thực bản sao từ bản chính". */
  readonly name: string;
  readonly kind: FeeKind;
  readonly unitVnd: number;
  readonly unit: FeeUnit;
  /** The unit as it is printed after the price: "trang", "bản sao", "giao dịch". */
  readonly per: string;
  /** PAGE: another price for the pages after the first ones of a copy. */
  readonly further?: { readonly afterPages: number; readonly unitVnd: number } | undefined;
  /** PAGE: the most for one copy. */
  readonly mostVnd?: number | undefined;
  /** The case it is paid in, where it is not always paid. */
  readonly when?: string | undefined;
}

export interface PublishedFee {
  /** As published. */
  readonly text: string;
  /** Empty: nothing is paid. null: not known here, or set by the province. */
  readonly items: readonly FeeRule[] | null;
}

/** Checked against the published decision; still to be checked; not known at all. */
export const sureness = ['SURE', 'CHECK', 'UNKNOWN'] as const;
export type Sureness = (typeof sureness)[number];

/** Where a row comes from and how sure each part of it is: the officer reads it before he relies on it. */
export interface Provenance {
  /** In the officer's words: which decision, which portal, of which year. */
  readonly text: string;
  readonly code: Sureness;
  readonly limit: Sureness;
  readonly papers: Sureness;
  readonly fee: Sureness;
  /** The numbers of the forms; absent where no form is asked for. */
  readonly forms?: Sureness | undefined;
}

export interface Procedure {
  /** Stable key inside the system: the national code, or a slug where no code is known. */
  readonly key: string;
  readonly version: number;
  readonly code: string | null;
  readonly aliases?: readonly string[] | undefined;
  readonly name: string;
  readonly field: string;
  readonly level: 'commune' | 'district' | 'province';
  readonly timeLimit: TimeLimit | null;
  /** As published, where there is no limit that could be counted ("Theo kế hoạch tuyển sinh hằng năm"). */
  readonly timeLimitText?: string | undefined;
  readonly fee: PublishedFee | null;
  /** Empty = not known, not "none". */
  readonly documents: readonly ProcedureDocument[];
  readonly resultDocument: string | null;
  readonly legalBasis: readonly string[];
  readonly interconnected: boolean;
  readonly handledBy: string | null;
  readonly provenance: Provenance;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

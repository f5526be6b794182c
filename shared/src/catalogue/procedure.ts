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
  readonly form: string | null;
  readonly note: string | null;
  /** Its original is only shown and given back at once (xuất trình); what is handed in are the copies, if any. */
  readonly shown?: boolean | undefined;
}

export interface PublishedFee {
  /** As published. */
  readonly text: string;
  readonly amountVnd: number | null;
  readonly kind?: FeeKind | undefined;
  /** Set where `amountVnd` is the price of one unit of several ("trang"): what is to be paid is known when they are counted. */
  readonly per?: string | undefined;
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
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/** A published administrative procedure (thủ tục hành chính) in one version. A dossier keeps the version under which it was received. */
import type { PlainDate } from '../kernel/plain-date.ts';

/** Phí pays for a service, lệ phí goes with a decision of the state: two different receipts (Luật Phí và lệ phí 2015, Đ3). */
export type FeeKind = 'PHI' | 'LE_PHI';

export type TimeLimitKind = 'immediate' | 'workingDays' | 'days' | 'workingHours' | 'months';

export interface TimeLimit {
  /** As published, shown and printed. */
  readonly text: string;
  readonly kind: TimeLimitKind;
  /** null for `immediate`. */
  readonly amount: number | null;
  /** Total longest time in the extended case, in `kind`'s unit (working days for `immediate`). */
  readonly extendedAmount: number | null;
  readonly extendedWhen: string | null;
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

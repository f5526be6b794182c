/**
 * Money of a dossier as it is written down (domain §13.2 no. 10): what is to be paid stands in items, what was paid in payments, each with its receipt
 * (biên lai). Sums are not stored: `judgement/money.ts` is the one answer to what is owed.
 */
import type { FeeKind } from '../catalogue/procedure.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StaffId } from '../kernel/ids.ts';

export interface FeeItem {
  /** "Phí chứng thực bản sao từ bản chính". */
  readonly name: string;
  /** Absent where the published list does not say which of the two it is. */
  readonly kind?: FeeKind | undefined;
  /** Price of one unit, in đồng. */
  readonly unitVnd?: number | undefined;
  /** What the price is for: "trang", "văn bản". */
  readonly per?: string | undefined;
  /** Units to be paid: copies, and the pages of each where the price is for a page. */
  readonly quantity?: { readonly copies: number; readonly pages?: number | undefined } | undefined;
  /** What the item comes to before exemption. Absent where only the price of a unit is known: a price is never taken for an amount. */
  readonly amountVnd?: number | undefined;
  /** The part that is not paid, with the ground in law. */
  readonly exemption?: { readonly amountVnd: number; readonly ground: string } | undefined;
}

export const paymentMethods = ['CASH', 'TRANSFER', 'CARD', 'ONLINE', 'POST'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export interface Payment {
  readonly method: PaymentMethod;
  readonly amountVnd: number;
  /** Number of the receipt (biên lai). */
  readonly receipt?: string | undefined;
  /** Places in the list of items it pays for; absent: for all of them. */
  readonly items?: readonly number[] | undefined;
}
export type RecordedPayment = Payment & { readonly at: Instant; readonly by: StaffId };

/** How what is owed is paid at the moment of another act: the amount follows from what is owed. */
export type PaymentNow = Pick<Payment, 'method' | 'receipt'>;

/** Money given back, with its reason and the voucher. */
export interface Refund {
  readonly amountVnd: number;
  readonly method: PaymentMethod;
  readonly reason: string;
  readonly voucher?: string | undefined;
}
export type RecordedRefund = Refund & { readonly at: Instant; readonly by: StaffId };

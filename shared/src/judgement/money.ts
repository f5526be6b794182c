/**
 * What a dossier owes, has paid, is exempt from and got back: the one answer for acceptance, hand-out, receipts, notices and lists (domain §13.2
 * no. 10). An item whose amount is not known yet (only the price of a unit) owes nothing until somebody counts the units.
 */
import type { FeeItem, Payment, Refund } from '../dossier/fees.ts';

/** The members of a dossier's state that money is judged by. */
export interface MoneyFacts {
  /** Absent: not known yet. Empty: nothing is to be paid. */
  readonly fees?: readonly FeeItem[] | undefined;
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
}

export interface Money {
  /** False while the fee is unknown or an item has no amount yet. */
  readonly known: boolean;
  /** Items before exemption. */
  readonly assessedVnd: number;
  readonly exemptVnd: number;
  /** To be paid: assessed less exempt. */
  readonly dueVnd: number;
  /** Paid less refunded. */
  readonly paidVnd: number;
  readonly refundedVnd: number;
  /** Still to be paid. */
  readonly owedVnd: number;
  /** Paid beyond what is due, to be given back. */
  readonly overpaidVnd: number;
  /** Items of which only the price of a unit is known. */
  readonly rates: readonly FeeItem[];
}

export function moneyOf({ fees, payments, refunds }: MoneyFacts): Money {
  const items = fees ?? [];
  const rates = items.filter((item) => item.amountVnd === undefined);
  const assessedVnd = sum(items, (item) => item.amountVnd ?? 0);
  const exemptVnd = sum(items, (item) => Math.min(item.exemption?.amountVnd ?? 0, item.amountVnd ?? 0));
  const dueVnd = assessedVnd - exemptVnd;
  const refundedVnd = sum(refunds, (refund) => refund.amountVnd);
  const paidVnd = sum(payments, (payment) => payment.amountVnd) - refundedVnd;
  return {
    known: fees !== undefined && rates.length === 0,
    assessedVnd,
    exemptVnd,
    dueVnd,
    paidVnd,
    refundedVnd,
    owedVnd: Math.max(0, dueVnd - paidVnd),
    // While an amount is unknown, what was paid may be for it.
    overpaidVnd: fees === undefined || rates.length > 0 ? 0 : Math.max(0, paidVnd - dueVnd),
    rates,
  };
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

/** Certified copies (chứng thực bản sao, TT 226/2016/TT-BTC): the first two pages of a copy, those after them, and the most for one copy. */
const certifiedCopy = { firstPages: 2, firstVnd: 2000, nextVnd: 1000, mostVnd: 200_000 } as const;

export function certifiedCopiesVnd(pages: number, copies: number): number {
  const { firstPages, firstVnd, nextVnd, mostVnd } = certifiedCopy;
  const oneCopy = Math.min(pages, firstPages) * firstVnd + Math.max(0, pages - firstPages) * nextVnd;
  return Math.min(oneCopy, mostVnd) * copies;
}

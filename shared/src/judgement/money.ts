/**
 * What a dossier owes, has paid, is exempt from and got back: the one answer for acceptance, hand-out, receipts, notices and lists (domain §13.2
 * no. 10). An item whose amount is not known yet (only the price of a unit) owes nothing until somebody counts the units.
 */
import type { FeeRule, PublishedFee } from '../catalogue/procedure.ts';
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

/** What was counted on the desk. */
export interface FeeQuantity {
  readonly copies: number;
  readonly pages?: number | undefined;
}

/**
 * The items of a dossier from the published prices and what was counted. An item whose pages or copies nobody has counted stands as a price, without an
 * amount. Undefined where the fee is not known. Of what is paid only in some cases, the ones named in `cases`.
 */
export function feeItemsOf(
  fee: PublishedFee | null,
  quantity?: FeeQuantity,
  cases: readonly string[] = [],
): readonly FeeItem[] | undefined {
  if (!fee?.items) return undefined;
  return fee.items
    .filter((rule) => rule.when === undefined || cases.includes(rule.name))
    .map((rule) => {
      const { name, kind, unitVnd, per } = rule;
      const counted = rule.unit === 'CASE' ? { copies: quantity?.copies ?? 1 } : quantity;
      if (counted === undefined || (rule.unit === 'PAGE' && counted.pages === undefined)) return { name, kind, unitVnd, per };
      const units = rule.unit === 'PAGE' ? counted : { copies: counted.copies };
      return { name, kind, unitVnd, per, quantity: units, amountVnd: oneCopyVnd(rule, units.pages) * units.copies };
    });
}

/** Certified copies (TT 226/2016/TT-BTC): dear first pages, cheaper further ones, and a most for one copy. */
function oneCopyVnd({ unitVnd, further, mostVnd }: FeeRule, pages = 1): number {
  const first = further === undefined ? pages : Math.min(pages, further.afterPages);
  const sumVnd = first * unitVnd + (pages - first) * (further?.unitVnd ?? 0);
  return mostVnd === undefined ? sumVnd : Math.min(sumVnd, mostVnd);
}

/** Money taken in a period: by receipt book, because a book is closed by its first and last number, and by the way it was paid. Amounts in đồng. */
import type { PaymentMethod } from '../dossier/fees.ts';
import type { PeriodBounds } from './period.ts';
import type { Reported } from './reported.ts';

export interface ReceiptBook {
  /** What stands before the running number on its receipts ("AA/23P"); empty where they bear a number alone; undefined: no receipt was written down. */
  readonly series?: string | undefined;
  readonly receipts: number;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly totalVnd: number;
  readonly cashVnd: number;
}

export interface MoneyTaken {
  readonly books: readonly ReceiptBook[];
  readonly byMethod: Readonly<Partial<Record<PaymentMethod, number>>>;
  readonly takenVnd: number;
  readonly refundedVnd: number;
  /** What was to be paid for the dossiers received in the period. */
  readonly dueVnd: number;
}

export interface MoneyTally {
  readonly add: (dossier: Reported, bounds: PeriodBounds) => void;
  readonly taken: () => MoneyTaken;
}

interface Receipt {
  readonly number: string;
  readonly amountVnd: number;
  readonly isCash: boolean;
}

export function createMoneyTally(): MoneyTally {
  const books = new Map<string | undefined, Receipt[]>();
  const byMethod: Partial<Record<PaymentMethod, number>> = {};
  let [takenVnd, refundedVnd, dueVnd] = [0, 0, 0];
  return {
    add: ({ row, told, counted }, { starts, asOf }) => {
      if (counted?.isNew) dueVnd += row.feeVnd ?? 0;
      for (const { at, method, amountVnd, receipt } of told.payments) {
        if (at < starts || at > asOf) continue;
        takenVnd += amountVnd;
        byMethod[method] = (byMethod[method] ?? 0) + amountVnd;
        const { series, number } = receiptParts(receipt);
        const one = { number, amountVnd, isCash: method === 'CASH' };
        const known = books.get(series);
        if (known) known.push(one);
        else books.set(series, [one]);
      }
      for (const { at, amountVnd } of told.refunds) if (at >= starts && at <= asOf) refundedVnd += amountVnd;
    },
    taken: () => ({
      books: [...books].map(([series, list]) => bookOf(series, list)).sort(bySeries),
      byMethod,
      takenVnd,
      refundedVnd,
      dueVnd,
    }),
  };
}

/** "AA/23P 0001234" is number 0001234 of the book AA/23P. */
export function receiptParts(receipt: string | undefined): { readonly series?: string | undefined; readonly number: string } {
  if (receipt === undefined) return { number: '' };
  const number = /\d+$/.exec(receipt.trim())?.[0] ?? '';
  const series = receipt.trim().slice(0, receipt.trim().length - number.length);
  return { series: series.replace(/[\s.:,;\-–]+$/, '').replace(/\s+/g, ' '), number };
}

function bookOf(series: string | undefined, list: readonly Receipt[]): ReceiptBook {
  const numbers = [...new Set(list.map(({ number }) => number))].filter((number) => number !== '').sort(byNumber);
  return {
    series,
    // Of one receipt for several dossiers there is one.
    receipts: series === undefined ? 0 : new Set(list.map(({ number }) => number)).size,
    first: numbers[0],
    last: numbers.at(-1),
    totalVnd: sum(list),
    cashVnd: sum(list.filter(({ isCash }) => isCash)),
  };
}

function sum(list: readonly Receipt[]): number {
  return list.reduce((total, { amountVnd }) => total + amountVnd, 0);
}

/** 9 before 10, 0009 with 9. */
function byNumber(a: string, b: string): number {
  const [short, long] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return short.length - long.length || (short < long ? -1 : short > long ? 1 : 0);
}

/** What has no receipt comes last. */
function bySeries(a: ReceiptBook, b: ReceiptBook): number {
  if (a.series === undefined || b.series === undefined) return Number(a.series === undefined) - Number(b.series === undefined);
  return a.series < b.series ? -1 : a.series > b.series ? 1 : 0;
}

/** One item of a fee as it is typed, and back: what is wrong with it is named by the box it stands in. */
import type { FeeKind, FeeRule, PublishedFee } from '@onestop/shared/catalogue/procedure.ts';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import { feeItemsOf } from '@onestop/shared/judgement/money.ts';
import { formatNumber } from '../../../texts/format.ts';
import { readMoneyBox } from '../../../kit/money-box.tsx';

export interface FeeRow {
  /** Tells rows apart while they are typed. */
  readonly key: number;
  readonly name: string;
  readonly kind: FeeKind | '';
  readonly pages: string;
  readonly copies: string;
  readonly amount: string;
  readonly exempt: boolean;
  readonly exemptAmount: string;
  readonly ground: string;
  /** As it came: price and unit are the published list's, not the officer's. */
  readonly rate: Pick<FeeItem, 'unitVnd' | 'per'>;
}

export type RowProblem = 'name' | 'pages' | 'copies' | 'amount' | 'exemptAmount' | 'exemptTooMuch' | 'ground';

export function emptyRow(key: number): FeeRow {
  return { key, name: '', kind: '', pages: '', copies: '', amount: '', exempt: false, exemptAmount: '', ground: '', rate: {} };
}

export function rowOf(item: FeeItem, key: number): FeeRow {
  const { name, kind = '', unitVnd, per, quantity, amountVnd, exemption } = item;
  return {
    key,
    name,
    kind,
    pages: quantity?.pages === undefined ? '' : String(quantity.pages),
    copies: quantity === undefined ? '' : String(quantity.copies),
    amount: amountVnd === undefined ? '' : formatNumber(amountVnd),
    exempt: exemption !== undefined,
    exemptAmount: exemption === undefined ? '' : formatNumber(exemption.amountVnd),
    ground: exemption?.ground ?? '',
    rate: { ...(unitVnd === undefined ? {} : { unitVnd }), ...(per === undefined ? {} : { per }) },
  };
}

/** The published rule the item is counted by. */
export function ruleOf(row: FeeRow, fee: PublishedFee | null | undefined): FeeRule | undefined {
  const rules = fee?.items ?? [];
  return (
    rules.find(({ name }) => name === row.name) ?? rules.find(({ unitVnd, per }) => row.rate.unitVnd === unitVnd && row.rate.per === per)
  );
}

/** Counted on the desk: what the published rule makes of it stands in the box of the amount, where all that it asks for is counted. */
export function counted(row: FeeRow, patch: Partial<Pick<FeeRow, 'pages' | 'copies'>>, rule: FeeRule | undefined): FeeRow {
  const next = { ...row, ...patch };
  const copies = countOf(next.copies);
  const pages = countOf(next.pages);
  if (rule === undefined || copies === undefined) return next;
  const [item] = feeItemsOf({ text: '', items: [rule] }, { copies, ...(pages === undefined ? {} : { pages }) }, [rule.name]) ?? [];
  return item?.amountVnd === undefined ? next : { ...next, amount: formatNumber(item.amountVnd) };
}

/** Whole units; undefined where nothing, or nothing that can be counted, is typed. */
function countOf(typed: string): number | undefined {
  const text = typed.trim();
  return /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

export function rowProblem(row: FeeRow): RowProblem | undefined {
  if (row.name.trim() === '') return 'name';
  if (row.copies.trim() !== '' && countOf(row.copies) === undefined) return 'copies';
  if (row.pages.trim() !== '' && (countOf(row.pages) === undefined || row.copies.trim() === ''))
    return countOf(row.pages) === undefined ? 'pages' : 'copies';
  const amount = readMoneyBox(row.amount, { zero: true });
  // Only a price that nobody could count yet stands without an amount.
  if (amount === 'wrong' || (amount === undefined && (row.rate.unitVnd === undefined || row.copies.trim() !== ''))) return 'amount';
  if (!row.exempt) return undefined;
  const exempt = readMoneyBox(row.exemptAmount);
  if (typeof exempt !== 'number') return 'exemptAmount';
  if (exempt > (amount ?? 0)) return 'exemptTooMuch';
  return row.ground.trim() === '' ? 'ground' : undefined;
}

/** Of a row in which nothing is wrong. */
export function itemOf(row: FeeRow): FeeItem {
  const amountVnd = readMoneyBox(row.amount, { zero: true });
  const exemptVnd = readMoneyBox(row.exemptAmount);
  const copies = countOf(row.copies);
  const pages = countOf(row.pages);
  return {
    name: row.name.trim(),
    ...(row.kind === '' ? {} : { kind: row.kind }),
    ...row.rate,
    ...(copies === undefined ? {} : { quantity: { copies, ...(pages === undefined ? {} : { pages }) } }),
    ...(typeof amountVnd === 'number' ? { amountVnd } : {}),
    ...(row.exempt && typeof exemptVnd === 'number' ? { exemption: { amountVnd: exemptVnd, ground: row.ground.trim() } } : {}),
  };
}

/**
 * The totals of a closing as its paper carries them, for the centre to compare with what came over the line: numbers only, nothing of a person. Fields between
 * hyphens and capital letters, so that a scanner that types gets through any keyboard; a check sum of two digits tells a damaged one.
 */
import type { OfficeId } from '../kernel/ids.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import type { OfficeDay } from './stream.ts';
import type { Closing } from './state.ts';

const mark = 'CC1';

/** In the order of the paper. */
export const closingTotals = [
  'received',
  'finished',
  'returned',
  'papersHere',
  'dueNext',
  'unsentEvents',
  'cashVnd',
  'countedVnd',
] as const;
export type ClosingTotals = Readonly<Record<(typeof closingTotals)[number], number>>;

export interface ScannedClosing extends OfficeDay {
  readonly totals: ClosingTotals;
}

export function totalsOf({ figures, counted }: Pick<Closing, 'figures' | 'counted'>): ClosingTotals {
  const { received, finished, returned, papersHere, dueNext, cashVnd, unsent } = figures;
  return { received, finished, returned, papersHere, dueNext, unsentEvents: unsent.events, cashVnd, countedVnd: counted.totalVnd };
}

export function writeClosingQr({ office, date, totals }: ScannedClosing): string {
  const numbers = closingTotals.map((name) => (totals[name] < 0 ? `N${-totals[name]}` : String(totals[name])));
  const body = [mark, date.replaceAll('-', ''), ...numbers, office].join('-');
  return `${mark}-${checkOf(body)}${body.slice(mark.length)}`;
}

/** Undefined for what is no closing, or is damaged. */
export function readClosingQr(text: string): ScannedClosing | undefined {
  const [start, check, day = '', ...rest] = text.trim().split('-');
  const numbers = rest
    .slice(0, closingTotals.length)
    .map((part) => (/^N?\d{1,13}$/.test(part) ? Number(part.replace('N', '-')) : Number.NaN));
  const office = rest.slice(closingTotals.length).join('-');
  const date = parsePlainDate(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
  if (start !== mark || date === undefined || office === '' || numbers.length < closingTotals.length || numbers.some(Number.isNaN))
    return undefined;
  const body = [mark, day, ...rest].join('-');
  if (check !== checkOf(body)) return undefined;
  const totals = Object.fromEntries(closingTotals.map((name, i) => [name, numbers[i]])) as ClosingTotals;
  return { office: office as OfficeId, date: date satisfies PlainDate, totals };
}

/** What looks like one, damaged or not. */
export const closingQrPattern = /^CC1-\d{2}-\d{8}-/;

const modulus = 97;

function checkOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum = (sum * 31 + body.charCodeAt(i)) % modulus;
  return String(sum).padStart(2, '0');
}

/** Totals that differ, by name. */
export function differingTotals(paper: ClosingTotals, here: ClosingTotals): readonly (typeof closingTotals)[number][] {
  return closingTotals.filter((name) => paper[name] !== here[name]);
}

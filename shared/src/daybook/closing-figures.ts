/** What the device knows of the office's day when it is closed: from list rows alone, one walk. */
import { isClockRunning } from '../judgement/lateness.ts';
import type { OfficeId } from '../kernel/ids.ts';
import { civilToInstant, type Instant } from '../kernel/instant.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import type { DossierRow } from '../register/row.ts';
import { readTold } from '../register/told.ts';
import { receiptParts } from '../reports/money.ts';
import type { BookSum, DayFigures } from './state.ts';

export interface DayFacts {
  readonly office: OfficeId;
  readonly date: PlainDate;
  /** The next day the office works; undefined where the calendar does not reach so far. */
  readonly nextDay: PlainDate | undefined;
  readonly unsent: DayFigures['unsent'];
}

export interface DayReview {
  readonly figures: DayFigures;
  /** Accepted here, and the papers still lie at the desk. */
  readonly papersHere: readonly DossierRow[];
  readonly dueNext: readonly DossierRow[];
}

/** Rows of other offices are passed over. */
export function reviewDay(rows: Iterable<DossierRow>, { office, date, nextDay, unsent }: DayFacts): DayReview {
  const from = civilToInstant(date, 0);
  const to = civilToInstant(addDays(date, 1), 0);
  const dueTo = nextDay === undefined ? to : civilToInstant(addDays(nextDay, 1), 0);
  const isToday = (at: Instant | undefined): boolean => at !== undefined && at >= from && at < to;
  const papersHere: DossierRow[] = [];
  const dueNext: DossierRow[] = [];
  const money = createBox(isToday);
  let [received, finished, returned] = [0, 0, 0];
  for (const row of rows) {
    // Money is taken where the citizen stands, also for a dossier of another office.
    if (row.told !== undefined) money.add(row);
    if (row.office !== office) continue;
    if (isToday(row.acceptedAt)) received += 1;
    if (isToday(row.finishedAt)) finished += 1;
    if (isToday(row.returnedAt)) returned += 1;
    if (row.status === 'ACCEPTED') papersHere.push(row);
    if (row.dueAt !== undefined && isClockRunning(row) && row.dueAt >= to && row.dueAt < dueTo) dueNext.push(row);
  }
  const counts = { received, finished, returned, unsent, papersHere: papersHere.length, dueNext: dueNext.length };
  return { figures: { ...counts, ...money.sums() }, papersHere, dueNext };
}

/** The box of the desk on one day: what was taken by receipt book, and what was given back. */
function createBox(isToday: (at: Instant) => boolean) {
  const books = new Map<string | undefined, BookSum>();
  let refundedVnd = 0;
  return {
    add: (row: DossierRow): void => {
      const { payments, refunds } = readTold(row);
      for (const { at, method, amountVnd, receipt } of payments) {
        if (!isToday(at)) continue;
        const book = receiptParts(receipt).series || undefined;
        const sum = books.get(book) ?? {
          ...(book === undefined ? {} : { book: book.slice(0, bookCharsMax) }),
          payments: 0,
          cashVnd: 0,
          otherVnd: 0,
        };
        const taken = method === 'CASH' ? { cashVnd: sum.cashVnd + amountVnd } : { otherVnd: sum.otherVnd + amountVnd };
        books.set(book, { ...sum, payments: sum.payments + 1, ...taken });
      }
      for (const { at, method, amountVnd } of refunds) if (isToday(at) && method === 'CASH') refundedVnd += amountVnd;
    },
    sums: (): Pick<DayFigures, 'books' | 'refundedVnd' | 'cashVnd'> => {
      const list = [...books.values()].sort((a, b) => ((a.book ?? '~') < (b.book ?? '~') ? -1 : 1));
      return { books: list, refundedVnd, cashVnd: list.reduce((sum, { cashVnd }) => sum + cashVnd, 0) - refundedVnd };
    },
  };
}

const bookCharsMax = 40;

/**
 * Opening and closing lines of the register's book. The annex of the form was not at hand, so the wording is that of books kept by hand: who opened it, from
 * number to number, how many are burnt, and a place for the count of pages, which only the printed book has.
 */
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { MadeAndHeld } from '../../parts/made-and-held.tsx';
import { formDate } from '../../parts/wording.ts';
import { bookFacts, type RegisterBook } from './data.ts';

interface BookLineProps {
  readonly book: RegisterBook;
  readonly office: Office;
  readonly officer: string;
}

/** Only where the book begins in this period. */
export function BookStart({ book, office, officer }: BookLineProps) {
  const [first] = book.rows;
  if (first?.line !== 1) return null;
  return (
    <p className="print-book-line">
      Mở sổ: {formDate(first.acceptedAt === undefined ? undefined : instantToPlainDate(first.acceptedAt))}, từ số 1. Người giữ sổ:{' '}
      {officer || '……………………'}, {office.authorityName}.
    </p>
  );
}

interface BookEndProps extends BookLineProps {
  readonly now: Instant;
  /** All fields: the numbers follow each other without a gap. */
  readonly isWhole: boolean;
}

export function BookEnd({ book, office, officer, now, isWhole }: BookEndProps) {
  const { first, last, dossiers, voided, missing } = bookFacts(book);
  return (
    <footer className="print-book-end">
      <p className="print-book-line">
        Cộng từ số {first} đến số {last}: {dossiers} hồ sơ
        {voided.length > 0 && `, trong đó ${voided.length} số đã hủy (số ${numbersInWords(voided)})`}
        {isWhole && missing.length > 0 && `; chưa có trên máy này số ${numbersInWords(missing)}`}. Phần sổ này có …… trang. In{' '}
        {formDate(instantToPlainDate(now))}.
      </p>
      <MadeAndHeld maker="Người ghi sổ" name={officer} place={office.place} />
    </footer>
  );
}

const spansMax = 12;

/** "3, 7–9"; what is beyond a line of text is only counted. */
export function numbersInWords(numbers: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else spans.push([number, number]);
  }
  const words = spans.slice(0, spansMax).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return spans.length > spansMax ? `${words.join(', ')} …` : words.join(', ');
}

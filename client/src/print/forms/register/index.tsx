/** Mẫu 06 (2018), Mẫu 07 (2025) "Sổ theo dõi hồ sơ": a view over the numbered dossiers of a period, a sheet for each book (domain §2.7, §2.8). */
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import { type PeriodForm, type PeriodSource, formMark, formSetOn, markedSheet } from '../form.ts';
import { paperColumns } from '../../register-columns.ts';
import { type RegisterBook, registerBooks } from './data.ts';
import { RegisterSheet } from './sheet.tsx';

const numbers = { 2018: '06', 2025: '07' } as const;

export const registerForm: PeriodForm = {
  of: 'PERIOD',
  persons: true,
  title: 'Sổ theo dõi hồ sơ',
  backTo: '/so-theo-doi',
  numbers,
  byField: true,
  pages: (source) =>
    booksOf(source).map((book) =>
      markedSheet(book.book, formMark(numbers, formSetOn(source.period.to)), <RegisterSheet {...source} book={book} />),
    ),
  table: (source) => [
    ['Quyển số', ...paperColumns.map(({ caption, group }) => (group === undefined ? caption : `${group}: ${caption}`))],
    ...booksOf(source).flatMap(({ book, rows }) =>
      rows.map((row) => [
        book,
        ...paperColumns.map(({ value }) => value(row, { office: source.office, procedures: source.reference.procedures })),
      ]),
    ),
  ],
};

function booksOf({ rows, period, field, reference: { procedures } }: PeriodSource): readonly RegisterBook[] {
  const books = registerBooks(rows, period);
  if (field === undefined) return books;
  const isIn = (key: string | undefined, version: number | undefined): boolean =>
    procedureToShow(procedures, { key, version })?.field === field;
  return books
    .map(({ book, rows: all }) => ({ book, rows: all.filter(({ procedure, procedureVersion }) => isIn(procedure, procedureVersion)) }))
    .filter(({ rows: own }) => own.length > 0);
}

/** Mẫu 06 (2018), Mẫu 07 (2025) "Sổ theo dõi hồ sơ": a view over the numbered dossiers of a period, a sheet for each book (domain §2.7, §2.8). */
import { type PeriodForm, formMark, formSetOn, markedSheet } from '../form.ts';
import { registerBooks } from './data.ts';
import { RegisterSheet } from './sheet.tsx';

const numbers = { 2018: '06', 2025: '07' } as const;

export const registerForm: PeriodForm = {
  of: 'PERIOD',
  title: 'Sổ theo dõi hồ sơ',
  backTo: '/so-theo-doi',
  numbers,
  pages: ({ rows, period, office, reference }) =>
    registerBooks(rows, period).map((book) =>
      markedSheet(
        book.book,
        formMark(numbers, formSetOn(period.to)),
        <RegisterSheet office={office} procedures={reference.procedures} book={book} period={period} />,
      ),
    ),
};

/** Mẫu 06 (2018), Mẫu 07 (2025) "Sổ theo dõi hồ sơ": a view over the numbered dossiers of a period, a sheet for each book (domain §2.7, §2.8). */
import type { PeriodForm } from '../form.ts';
import { registerBooks } from './data.ts';
import { RegisterSheet } from './sheet.tsx';

export const registerForm: PeriodForm = {
  of: 'PERIOD',
  title: 'Sổ theo dõi hồ sơ',
  numbers: { 2018: '06', 2025: '07' },
  pages: ({ rows, period, office, reference }) =>
    registerBooks(rows, period).map((book) => (
      <RegisterSheet key={book.book} office={office} procedures={reference.procedures} book={book} period={period} />
    )),
};

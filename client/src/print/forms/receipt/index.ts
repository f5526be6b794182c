/** Mẫu 01 "Giấy tiếp nhận hồ sơ và hẹn trả kết quả": the same role in both sets (domain §2.2, §2.8). One copy stays with the file, one is carried about. */
import { print } from '../../../texts/vi/print.ts';
import { defineDossierForm } from '../form.ts';
import { receiptData, receiptSource } from './data.ts';
import { Receipt, receiptCopies } from './sheet.tsx';

export const receiptForm = defineDossierForm({
  title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  numbers: { 2018: '01', 2025: '01' },
  none: print.notAccepted,
  copies: receiptCopies,
  // A voided dossier's receipt must not be handed out again.
  data: ({ state: { acceptance, status } }) =>
    acceptance === undefined || status === 'VOID' ? undefined : receiptData(receiptSource(acceptance)),
  sheet: Receipt,
});

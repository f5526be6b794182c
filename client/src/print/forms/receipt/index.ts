/** Mẫu 01 "Giấy tiếp nhận hồ sơ và hẹn trả kết quả": the same role in both sets (domain §2.2, §2.8). One copy stays with the file, one is carried about. */
import { print } from '../../../texts/vi/print.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { defineDossierForm } from '../form.ts';
import { receiptData, receiptSource, reissuedSource } from './data.ts';
import { Receipt } from './sheet.tsx';

export const receiptForm = defineDossierForm({
  id: 'RECEIPT',
  title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  numbers: { 2018: '01', 2025: '01' },
  none: print.notAccepted,
  copies: formCopies,
  // A voided dossier's receipt must not be handed out again.
  data: ({ state: { acceptance, status } }) =>
    acceptance === undefined || status === 'VOID' ? undefined : receiptData(receiptSource(acceptance)),
  sheet: Receipt,
});

/** A new promise is a new paper: the first receipt stays what it was. */
export const reissuedReceiptForm = defineDossierForm({
  id: 'RECEIPT_REISSUED',
  title: 'Giấy hẹn cấp lại (ngày hẹn mới)',
  numbers: { 2018: '01', 2025: '01' },
  none: print.notReissued,
  copies: formCopies,
  data: ({ state }) => {
    const source = state.status === 'VOID' ? undefined : reissuedSource(state);
    return source && receiptData(source);
  },
  sheet: Receipt,
});

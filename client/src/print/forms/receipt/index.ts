/** Mẫu 01 "Giấy tiếp nhận hồ sơ và hẹn trả kết quả": the same role in both sets (domain §2.2, §2.8). One copy stays with the file, one is carried about. */
import { print } from '../../../texts/vi/print.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { defineDossierForm } from '../form.ts';
import { statedBy } from '../../parts/lines.ts';
import { receiptData, receiptSource, reissuedSource } from './data.ts';
import { ReceiptRoll } from './roll.tsx';
import { Receipt } from './sheet.tsx';

export const receiptForm = defineDossierForm({
  id: 'RECEIPT',
  title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  numbers: { 2018: '01', 2025: '01' },
  none: print.notAccepted,
  copies: formCopies,
  // A voided dossier's receipt must not be handed out again.
  data: (view, reference) => {
    const { acceptance, status } = view.state;
    if (acceptance === undefined || status === 'VOID') return undefined;
    return receiptData({ ...receiptSource(acceptance), statedBy: statedBy(view, acceptance.at, reference) });
  },
  sheet: Receipt,
  roll: ReceiptRoll,
});

/** A new promise is a new paper: the first receipt stays what it was. */
export const reissuedReceiptForm = defineDossierForm({
  id: 'RECEIPT_REISSUED',
  title: 'Giấy hẹn cấp lại (ngày hẹn mới)',
  numbers: { 2018: '01', 2025: '01' },
  none: print.notReissued,
  copies: formCopies,
  data: (view, reference) => {
    const source = view.state.status === 'VOID' ? undefined : reissuedSource(view.state);
    if (source === undefined) return undefined;
    // It has two times: when it was received and when the new promise was made.
    const by = statedBy(view, source.issuedAt, reference) || statedBy(view, source.acceptedAt, reference);
    return receiptData({ ...source, statedBy: by });
  },
  sheet: Receipt,
  roll: ReceiptRoll,
});

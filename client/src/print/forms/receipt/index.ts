/** Mẫu 01 "Giấy tiếp nhận hồ sơ và hẹn trả kết quả": the same role in both sets (domain §2.2, §2.8). One copy stays with the file, one is carried about. */
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { DossierView } from '../../../contract/dossiers.ts';
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import { printedNames } from '@onestop/shared/dossier/acceptance.ts';
import { asPrinted } from '@onestop/shared/dossier/papers.ts';
import { print } from '../../../texts/vi/print.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { defineDossierForm } from '../form.ts';
import { statedAt, statedBy } from '../../parts/lines.ts';
import { printsOf } from '../../times-printed.ts';
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
  data: (view) => {
    const { acceptance, status } = view.state;
    if (acceptance === undefined || status === 'VOID') return undefined;
    return receiptData({ ...receiptSource(acceptance), statedBy: statedBy(view, acceptance.at, acceptance.printed) });
  },
  // What was typed at the desk, to be taken along where no machine goes: the code and the promise come with the acceptance.
  draft: ({ state }, { offices, procedures, settings }) => {
    const { intake, acceptance, status } = state;
    const office = offices.find(({ id }) => id === state.office);
    if (intake === undefined || office === undefined || acceptance !== undefined || status !== 'DRAFT') return undefined;
    const procedure = procedureToShow(procedures, intake.procedure);
    const printed = { ...printedNames(office, noClerk, procedure ?? { name: '' }, settings), clerk: '' };
    return { ...receiptData({ intake: { ...intake, papers: asPrinted(intake.papers, procedure?.documents ?? []) }, printed }), signer: '' };
  },
  issue: ({ issuedAt }) => ({ at: issuedAt }),
  sheet: Receipt,
  roll: ReceiptRoll,
});

/** Who will take it in is not known yet. */
const noClerk = { fullName: '', phone: '' };

/** A new promise is a new paper: the first receipt stays what it was. */
export const reissuedReceiptForm = defineDossierForm({
  id: 'RECEIPT_REISSUED',
  title: 'Giấy hẹn cấp lại (ngày hẹn mới)',
  numbers: { 2018: '01', 2025: '01' },
  none: print.notReissued,
  copies: formCopies,
  data: (view, reference) => {
    const { acceptance, status } = view.state;
    const source = status === 'VOID' ? undefined : reissuedSource(view.state);
    if (source === undefined || acceptance === undefined) return undefined;
    // It has two times: when it was received and when the new promise was made.
    const by = statedAt(view, source.issuedAt);
    return receiptData({
      ...source,
      statedBy:
        by === undefined
          ? statedBy(view, acceptance.at, acceptance.printed)
          : (statedOnPaper(view, source.issuedAt) ?? nameOf(by, reference)),
    });
  },
  issue: (data) => ({ at: data.issuedAt, ...(data.statedBy === '' ? {} : { statedBy: data.statedBy }) }),
  sheet: Receipt,
  roll: ReceiptRoll,
});

/** As this paper was first printed; undefined where it was not yet. */
function statedOnPaper({ timeline }: DossierView, issuedAt: Instant | undefined): string | undefined {
  return printsOf(timeline, 'RECEIPT_REISSUED', issuedAt).find((print) => print.statedBy !== undefined)?.statedBy;
}

function nameOf(id: StaffId, { staff }: ReferenceData): string {
  return staff.find((one) => one.id === id)?.fullName ?? id;
}

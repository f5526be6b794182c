/** Mẫu 04: "Phiếu xin lỗi và hẹn lại ngày trả kết quả" of the set of 2018, "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết" of 2025 (domain §2.5, §2.8). */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { printForms } from '../../../texts/vi/print-forms.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { noticeData } from '../../parts/notice-data.ts';
import { newestThatStands } from '../../parts/slip-lines.ts';
import { dueInWords } from '../../parts/wording.ts';
import { defineDossierForm } from '../form.ts';
import { ApologySlip, apologyTitles } from './sheet.tsx';

export const apologyForm = defineDossierForm({
  id: 'APOLOGY',
  title: apologyTitles['2018'],
  titles: apologyTitles,
  numbers: { 2018: '04', 2025: '04' },
  none: printForms.noApology,
  copies: formCopies,
  data: (view) => {
    const found = newestThatStands(view, apology);
    const made = found && noticeData(view, found, 'PXL');
    return made && { ...made.notice, dueBefore: dueInWords(made.before.due), due: dueInWords(found.made.due) };
  },
  sheet: ApologySlip,
});

function apology(event: EventEnvelope) {
  const read = readEvent(event);
  return read.kind === 'KNOWN' && read.type === 'ApologyMade' ? read.data : undefined;
}

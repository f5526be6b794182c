/** Mẫu 04: "Phiếu xin lỗi và hẹn lại ngày trả kết quả" of the set of 2018, "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết" of 2025 (domain §2.5, §2.8). */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { apologyRefusal, mayApologise } from '@onestop/shared/dossier/stages.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { printForms } from '../../../texts/vi/print-forms.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { partyLines } from '../../parts/lines.ts';
import { noticeData } from '../../parts/notice-data.ts';
import { leaderSignature } from '../../parts/signatures.tsx';
import { acceptanceHead, newestThatStands } from '../../parts/slip-lines.ts';
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
  // Each morning for what will miss its day (NĐ 118/2025 Đ19.6): reason, new day and signature are the leader's.
  draft: ({ state }) => {
    const { acceptance, due, intake } = state;
    if (
      !mayApologise(state) ||
      apologyRefusal(state) !== undefined ||
      acceptance === undefined ||
      due === undefined ||
      intake === undefined
    )
      return undefined;
    return {
      ...acceptanceHead(acceptance),
      date: undefined,
      formNumber: '',
      owner: partyLines(intake.owner),
      code: acceptance.code ?? acceptance.external?.code,
      acceptedAt: acceptance.at,
      reason: '',
      ground: '',
      signing: leaderSignature({ name: '' }),
      statedBy: '',
      dueBefore: dueInWords(due),
      due: dueInWords(undefined),
    };
  },
  sheet: ApologySlip,
});

function apology(event: EventEnvelope) {
  const read = readEvent(event);
  return read.kind === 'KNOWN' && read.type === 'ApologyMade' ? read.data : undefined;
}

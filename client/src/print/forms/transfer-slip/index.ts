/** "Phiếu chuyển xử lý hồ sơ" (NĐ 118/2025 Đ20.2): the newest hand-over to whoever has to work on the dossier, with the papers that go along and the limit of the step. Neither set has a form for it. */
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { printForms } from '../../../texts/vi/print-forms.ts';
import { paperLines, partyLines } from '../../parts/lines.ts';
import { acceptanceHead } from '../../parts/slip-lines.ts';
import { dueInWords } from '../../parts/wording.ts';
import { movesOf } from '../control-slip/moves.ts';
import { defineDossierForm } from '../form.ts';
import { TransferSlip } from './sheet.tsx';

export const transferSlipForm = defineDossierForm({
  id: 'TRANSFER_SLIP',
  title: 'Phiếu chuyển xử lý hồ sơ',
  numbers: { 2018: null, 2025: null },
  none: printForms.noTransferSlip,
  copies: ['GIVER', 'RECEIVER'],
  data: (view, reference) => {
    const { acceptance, controlSlip, due, intake, status } = view.state;
    const moves = movesOf(view, reference);
    const move = moves.at(-1);
    if (acceptance === undefined || move === undefined || status === 'VOID') return undefined;
    const office = reference.offices.find((one) => one.id === move.fromOffice);
    return {
      ...acceptanceHead(acceptance, move.fromOffice === view.state.office ? undefined : office),
      date: instantToPlainDate(move.at),
      // The file's own number and which of its hand-overs this is.
      formNumber: controlSlip ? `${formatPaperNumber(controlSlip)}-${moves.length}/PC` : '',
      code: acceptance.code ?? acceptance.external?.code,
      owner: partyLines((intake ?? acceptance.intake).owner),
      move,
      due: dueInWords(due),
      papers: paperLines((intake ?? acceptance.intake).papers),
      sets: (intake ?? acceptance.intake).sets,
    };
  },
  sheet: TransferSlip,
});

/** Mẫu 05 (2018), Mẫu 06 (2025) "Phiếu kiểm soát quá trình giải quyết hồ sơ" (domain §2.6, §2.8): one, which goes with the paper file. Before the first hand-over it has no number yet. */
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import { openStatuses } from '@onestop/shared/dossier/evolve.ts';
import { latenessFacts, lawTimeliness } from '@onestop/shared/judgement/lateness.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { printForms } from '../../../texts/vi/print-forms.ts';
import { partyLines } from '../../parts/lines.ts';
import { acceptanceHead } from '../../parts/slip-lines.ts';
import { dueInWords } from '../../parts/wording.ts';
import { defineDossierForm } from '../form.ts';
import { movesOf } from './moves.ts';
import { ControlSlip } from './sheet.tsx';

export const controlSlipForm = defineDossierForm({
  id: 'CONTROL_SLIP',
  title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  numbers: { 2018: '05', 2025: '06' },
  none: printForms.noControlSlip,
  copies: ['FILE'],
  data: (view, reference) => {
    const { acceptance, controlSlip, due, finishedAt, handovers, status, intake } = view.state;
    if (acceptance === undefined || status === 'VOID') return undefined;
    return {
      ...acceptanceHead(acceptance),
      date: instantToPlainDate(handovers[0]?.at ?? acceptance.at),
      formNumber: controlSlip ? `${formatPaperNumber(controlSlip)}/PKS` : '',
      code: acceptance.code ?? acceptance.external?.code,
      owner: partyLines((intake ?? acceptance.intake).owner),
      acceptedAt: acceptance.at,
      due: dueInWords(due),
      decidedBy: acceptance.competent.name,
      moves: movesOf(view, reference),
      finishedAt,
      timeliness: finishedAt === undefined ? undefined : lawTimeliness(latenessFacts(view.state), finishedAt),
      open: (openStatuses as readonly string[]).includes(status),
    };
  },
  sheet: ControlSlip,
});

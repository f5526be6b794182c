/** Mẫu 03 "Phiếu từ chối tiếp nhận giải quyết hồ sơ": the same role in both sets (domain §2.4, §2.8). One copy stays with the desk. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { printForms } from '../../../texts/vi/print-forms.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { partyLines, signerOf, statedBy } from '../../parts/lines.ts';
import { newestThatStands, slipHead } from '../../parts/slip-lines.ts';
import { defineDossierForm } from '../form.ts';
import { RefusalSlip } from './sheet.tsx';

export const refusalForm = defineDossierForm({
  id: 'REFUSAL',
  title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  numbers: { 2018: '03', 2025: '03' },
  none: printForms.noRefusal,
  copies: formCopies,
  data: (view) => {
    const found = newestThatStands(view, refusedIntake);
    if (found === undefined) return undefined;
    const { slip, intake, reason } = found.made;
    return {
      ...slipHead(slip, 'PTC'),
      owner: partyLines(intake.owner),
      reason,
      ground: slip.ground ?? '',
      signer: signerOf(intake),
      issuer: slip.signer.name,
      statedBy: statedBy(view, found.event.at, slip.printed),
    };
  },
  sheet: RefusalSlip,
});

function refusedIntake(event: EventEnvelope) {
  const read = readEvent(event);
  return read.kind === 'KNOWN' && read.type === 'IntakeRefused' ? read.data : undefined;
}

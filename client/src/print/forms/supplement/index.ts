/** Mẫu 02 "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ": the same role in both sets (domain §2.3, §2.8). One copy stays in the file. */
import { print } from '../../../texts/vi/print.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { defineDossierForm } from '../form.ts';
import { supplementData } from './data.ts';
import { SupplementSlip } from './sheet.tsx';

export const supplementForm = defineDossierForm({
  id: 'SUPPLEMENT',
  title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  numbers: { 2018: '02', 2025: '02' },
  none: print.noGuidance,
  copies: formCopies,
  data: supplementData,
  issue: ({ issuedAt }) => ({ at: issuedAt }),
  sheet: SupplementSlip,
});

/** Mẫu 02 "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ": the same role in both sets (domain §2.3, §2.8). Both copies are alike. */
import { print } from '../../../texts/vi/print.ts';
import { defineDossierForm } from '../form.ts';
import { supplementData } from './data.ts';
import { SupplementSlip } from './sheet.tsx';

export const supplementForm = defineDossierForm({
  title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  numbers: { 2018: '02', 2025: '02' },
  none: print.noGuidance,
  copies: ['KEEP', 'GIVE'],
  data: supplementData,
  sheet: SupplementSlip,
});

/** The simulated district: a centre and three communes, officers with every role they need, and procedures with every kind of limit. Small on purpose, so that devices meet on the same dossiers. */
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { centreId, communeId, officer, offices, otherCommuneId, procedures, settings } from '../support/builders.ts';

export const thirdCommuneId = '09535' as OfficeId;
export const communeIds: readonly OfficeId[] = [communeId, otherCommuneId, thirdCommuneId];
export { centreId };

const third: Office = {
  ...offices.otherCommune,
  id: thirdCommuneId,
  name: 'xã Lâm Thao',
  authorityName: 'UBND XÃ LÂM THAO',
  place: 'Lâm Thao',
  agencyId: '000.03.38.H05',
};
const allOffices: readonly Office[] = [offices.centre, offices.commune, offices.otherCommune, third];

function team(office: Office): readonly Staff[] {
  if (office.kind === 'CENTRE') {
    return [
      officer('lt-clerk', office, 'district_clerk', 'district_specialist'),
      officer('lt-head', office, 'signer', 'seal', 'district_admin', 'district_monitor'),
    ];
  }
  return [
    officer(`${office.id}-clerk`, office, 'clerk', 'specialist'),
    officer(`${office.id}-head`, office, 'clerk', 'signer', 'seal', 'commune_admin'),
  ];
}

export const simStaff: readonly Staff[] = allOffices.flatMap(team);

export const simReference: ReferenceData = {
  procedures: [procedures.threeDays, procedures.instant, procedures.interconnected, procedures.noLimit],
  calendar: vietnamCalendar(),
  offices: allOffices,
  staff: simStaff,
  settings,
};

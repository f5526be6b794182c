/**
 * The demo district: Lương Tài (Bắc Ninh) as before 1/7/2025, its centre and fourteen communes by statistics code (2017 catalogue). The four
 * with the modern mechanism have their own system and do not sync. H05 is Bắc Ninh; that 38 is Lương Tài
 * follows only from the usual order of the districts, and the two digits before it from the order of the communes: they are marked unconfirmed.
 */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { firstDeskName } from '@onestop/shared/text/receipt-wording.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Office } from '@onestop/shared/reference/office.ts';

export const demoCentreId = 'LT' as OfficeId;
/** Xã Bình Định, where the README's walk-through begins. */
export const demoWalkThroughId = '09529' as OfficeId;

const validFrom = '2015-01-01' as PlainDate;

const communes = [
  ['09496', 'thị trấn', 'Thứa', false],
  ['09499', 'xã', 'An Thịnh', false],
  ['09502', 'xã', 'Trung Kênh', false],
  ['09505', 'xã', 'Phú Hòa', true],
  ['09508', 'xã', 'Mỹ Hương', true],
  ['09511', 'xã', 'Tân Lãng', true],
  ['09514', 'xã', 'Quảng Phú', true],
  ['09517', 'xã', 'Trừng Xá', true],
  ['09520', 'xã', 'Lai Hạ', true],
  ['09523', 'xã', 'Trung Chính', false],
  ['09526', 'xã', 'Minh Tân', true],
  ['09529', 'xã', 'Bình Định', true],
  ['09532', 'xã', 'Phú Lương', true],
  ['09535', 'xã', 'Lâm Thao', true],
] as const;

export const demoOffices: readonly Office[] = [
  {
    id: demoCentreId,
    kind: 'CENTRE',
    name: 'huyện Lương Tài',
    authorityName: 'UBND HUYỆN LƯƠNG TÀI',
    deskName: 'TRUNG TÂM HÀNH CHÍNH CÔNG',
    place: 'Lương Tài',
    statisticsCode: '264/2017',
    agencyId: '000.00.38.H05',
    agencyIdUnconfirmed: true,
    syncs: true,
    address: 'Thị trấn Thứa, huyện Lương Tài, tỉnh Bắc Ninh',
    validFrom,
  },
  ...communes.map(([code, type, name, syncs], i): Office => ({
    id: code as OfficeId,
    kind: 'COMMUNE',
    parent: demoCentreId,
    name: `${type} ${name}`,
    authorityName: `UBND ${type} ${name}`.toUpperCase(),
    deskName: firstDeskName,
    place: name,
    statisticsCode: `${code}/2017`,
    agencyId: `000.${String(i + 1).padStart(2, '0')}.38.H05`,
    agencyIdUnconfirmed: true,
    syncs,
    address: `${type === 'xã' ? 'Xã' : 'Thị trấn'} ${name}, huyện Lương Tài, tỉnh Bắc Ninh`,
    validFrom,
  })),
];

import { describe, expect, test } from 'vitest';
import { day, offices } from '../../../tests/support/builders.ts';
import { closingProblems, isOpenOn, lifeOf, successorsFor, takesPart } from './office-life.ts';
import { officesFromRows, proposedAuthorityName } from './office-proposal.ts';
import type { Office } from './office.ts';
import { asOfficerOf, earlierPosts, newStaffId, type Staff } from './staff.ts';

const { commune, otherCommune, centre } = offices;
const all: readonly Office[] = Object.values(offices);
const today = day('26/11/2026');

describe('the life of a unit', () => {
  test('[R30] the last day counts, the day after does not; a system of its own takes no part at all', () => {
    const closing = { ...commune, validTo: today };
    expect([lifeOf(commune, today), lifeOf(closing, today), lifeOf(closing, day('27/11/2026'))]).toEqual(['OPEN', 'CLOSING', 'CLOSED']);
    expect([isOpenOn(closing, today), isOpenOn(closing, day('27/11/2026'))]).toEqual([true, false]);
    expect([takesPart(closing, today), takesPart({ ...commune, syncs: false }, today)]).toEqual([true, false]);
  });

  test('[R31] a centre with units that work below it is not closed, and nobody succeeds himself or another level', () => {
    expect(closingProblems(centre, { validTo: today, successor: commune.id }, all, today)).toEqual([
      { path: 'validTo', problem: 'above' },
      { path: 'successor', problem: 'level' },
    ]);
    expect(closingProblems(commune, { validTo: today, successor: otherCommune.id }, all, today)).toEqual([]);
    expect(successorsFor(commune, [...all, { ...otherCommune, id: 'x' as Office['id'], validTo: today }])).toEqual([otherCommune]);
  });
});

describe('units proposed from the country’s list', () => {
  const propose = (centreAgency: string, names: readonly string[], known: readonly Office[] = all) =>
    officesFromRows(
      names.map((name, i) => ({ code: `0949${i}`, name, syncs: true })),
      { centre: { ...centre, agencyId: centreAgency }, known, validFrom: today },
    );

  test('[R32] names, place and kind come from the name; a name without a kind is all place', () => {
    const [town, ward, bare] = propose('000.00.38.H05', ['Thị trấn Thứa', 'Phường  Đáp Cầu', 'An Thịnh']);
    expect(town).toMatchObject({ kind: 'COMMUNE', name: 'thị trấn Thứa', place: 'Thứa', authorityName: 'UBND THỊ TRẤN THỨA' });
    expect(ward).toMatchObject({ kind: 'WARD', name: 'phường Đáp Cầu', place: 'Đáp Cầu', authorityName: 'UBND PHƯỜNG ĐÁP CẦU' });
    expect(bare).toMatchObject({ name: 'An Thịnh', place: 'An Thịnh' });
    expect(proposedAuthorityName('Xã Ỷ La'.normalize('NFD'))).toBe('UBND XÃ Ỷ LA');
  });

  test('[R32] identifiers nobody confirmed are free ones of the centre’s shape, for a province’s communes too', () => {
    expect(propose('000.00.38.H05', ['Xã A', 'Xã B']).map((one) => one.agencyId)).toEqual(['000.03.38.H05', '000.04.38.H05']);
    expect(propose('H15.50', ['Xã A']).map((one) => one.agencyId)).toEqual(['H15.50.01']);
    expect(
      new Set(
        propose(
          'H15.50.05.13.2',
          Array.from({ length: 300 }, (_, i) => `Xã ${i}`),
        ).map((one) => one.agencyId),
      ).size,
    ).toBe(300);
  });
});

describe('an officer who moves', () => {
  const lan: Staff = {
    ...({ id: 'lan', login: 'lan', fullName: 'Lan', title: 'x', active: true } as unknown as Staff),
    office: commune.id,
    roles: ['clerk'],
  };

  test('[R33] has the unit that was left behind him, with the roles of then, and is judged by it there', () => {
    const moved: Staff = { ...lan, office: otherCommune.id, roles: ['signer'], earlier: earlierPosts(lan, { office: otherCommune.id }) };
    expect(moved.earlier).toEqual([{ office: commune.id, roles: ['clerk'] }]);
    expect(asOfficerOf(moved, commune.id)).toMatchObject({ office: commune.id, roles: ['clerk'] });
    expect(asOfficerOf(moved, otherCommune.id)).toBe(moved);
    expect(asOfficerOf(moved, centre.id)).toBe(moved);
    expect(earlierPosts(lan, lan)).toBeUndefined();
    expect(earlierPosts(moved, { office: commune.id })).toEqual([...(moved.earlier ?? []), { office: otherCommune.id, roles: ['signer'] }]);
  });

  test('[R33] keeps the id: a new one of the same login takes another, never longer than ids may be', () => {
    const taken = new Set(['09529-lan', '09529-lan-2']);
    expect(newStaffId(commune.id, 'lan', (id) => taken.has(id))).toBe('09529-lan-3');
    expect(newStaffId(commune.id, 'x'.repeat(32), () => false)).toHaveLength(32);
  });
});

import { describe, expect, test } from 'vitest';
import { officer, offices, staff } from '../../../tests/support/builders.ts';
import type { Role } from '../reference/staff.ts';
import { losesLastAdministrator, newGraveGrants } from './grants.ts';

const all = Object.values(offices);
const at = (office: (typeof all)[number], ...roles: readonly Role[]) => officer('x', office, ...roles);

describe('dangerous grants', () => {
  test.each([
    ['clerk at a commune', at(offices.commune, 'clerk', 'specialist'), []],
    ['administrator of a commune who takes nothing in', at(offices.commune, 'commune_admin'), []],
    ['clerk and administrator of a commune', at(offices.commune, 'clerk', 'commune_admin'), ['CONTROL_TO_CLERK']],
    ['district role in a commune', at(offices.commune, 'district_monitor'), ['DISTRICT_ROLE_IN_COMMUNE']],
    [
      'all of it',
      at(offices.commune, 'clerk', 'auditor', 'commune_admin'),
      ['ADMIN_AND_AUDITOR', 'CONTROL_TO_CLERK', 'DISTRICT_ROLE_IN_COMMUNE'],
    ],
    ['administrator and inspector of the district', at(offices.centre, 'district_admin', 'auditor'), ['ADMIN_AND_AUDITOR']],
    ['administrator at the centre', at(offices.centre, 'district_admin', 'district_clerk'), []],
    ['nobody who works', { ...at(offices.commune, 'clerk', 'auditor'), active: false }, []],
  ] as const)('[A10] %s', (_who, after, grants) => {
    expect(newGraveGrants(undefined, after, all)).toEqual(grants);
    expect(newGraveGrants(after, after, all)).toEqual([]);
  });

  test('[A10] who comes back to work with such roles is granted them anew', () => {
    const before = { ...at(offices.commune, 'clerk', 'auditor'), active: false };
    expect(newGraveGrants(before, { ...before, active: true }, all)).toEqual(['CONTROL_TO_CLERK', 'DISTRICT_ROLE_IN_COMMUNE']);
  });

  test('[A11] an administrator who is off, at a commune, or the same one does not stand in for the last', () => {
    const chief = staff.centre;
    const gone = { ...chief, active: false };
    const others = [{ ...officer('a', offices.centre, 'district_admin'), active: false }, officer('b', offices.commune, 'district_admin')];
    expect(losesLastAdministrator(chief, gone, [chief, ...others], all)).toBe(true);
    expect(losesLastAdministrator(chief, gone, [chief, officer('c', offices.centre, 'district_admin')], all)).toBe(false);
    expect(losesLastAdministrator(chief, { ...chief, roles: ['district_admin'] }, [chief], all)).toBe(false);
    expect(losesLastAdministrator(undefined, gone, [chief], all)).toBe(false);
    // Whoever goes to another centre leaves this one behind.
    const next = { ...offices.centre, id: 'centre-2' as typeof offices.centre.id };
    expect(losesLastAdministrator(chief, { ...chief, office: next.id }, [chief], [...all, next])).toBe(true);
  });
});

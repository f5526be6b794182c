/**
 * Grants that put too much into one hand, and the last hand that may not let go. Dialog and server ask here: the first asks for the reason, the second refuses without it
 * and shows the grant to the director until it was seen.
 */
import type { Office } from '../reference/office.ts';
import { isCentre } from '../reference/office-kinds.ts';
import type { Role, Staff } from '../reference/staff.ts';
import { isDistrictRole } from './administration.ts';

export const graveGrants = ['ADMIN_AND_AUDITOR', 'CONTROL_TO_CLERK', 'DISTRICT_ROLE_IN_COMMUNE'] as const;
export type GraveGrant = (typeof graveGrants)[number];

type Holder = Pick<Staff, 'roles' | 'active' | 'office'>;

/** What is newly dangerous in `after`; what was so before asks nothing again. `before` is undefined for a new officer, `offices` hold the office of both. */
export function newGraveGrants(before: Holder | undefined, after: Holder, offices: readonly Office[]): readonly GraveGrant[] {
  const known = before === undefined ? [] : graveOf(before, offices);
  return graveOf(after, offices).filter((grant) => !known.includes(grant));
}

function graveOf({ roles, active, office }: Holder, offices: readonly Office[]): readonly GraveGrant[] {
  if (!active) return [];
  const has = (...some: readonly Role[]): boolean => some.some((role) => roles.includes(role));
  const inCommune = !isCentre(offices.find((one) => one.id === office));
  const found: Readonly<Record<GraveGrant, boolean>> = {
    // Who administers would examine himself.
    ADMIN_AND_AUDITOR: has('auditor') && has('commune_admin', 'district_admin'),
    // Who takes in and hands out would also say who may, or check it.
    CONTROL_TO_CLERK: inCommune && has('clerk') && has('commune_admin', 'district_admin', 'auditor'),
    DISTRICT_ROLE_IN_COMMUNE: inCommune && roles.some(isDistrictRole),
  };
  return graveGrants.filter((grant) => found[grant]);
}

/** Whether `after` would leave the district without an active administrator at a centre: nobody could administer it any more. */
export function losesLastAdministrator(
  before: Staff | undefined,
  after: Holder,
  roster: readonly Staff[],
  offices: readonly Office[],
): boolean {
  const administers = (one: Holder): boolean =>
    one.active && one.roles.includes('district_admin') && isCentre(offices.find((office) => office.id === one.office));
  if (before === undefined || !administers(before)) return false;
  if (administers(after) && after.office === before.office) return false;
  return !roster.some((one) => one.id !== before.id && one.office === before.office && administers(one));
}

/** Who administers what: an administrator of a commune inside his office, one of a centre in it and everywhere below. Screens and server ask here. */
import type { OfficeId } from '../kernel/ids.ts';
import type { Office } from '../reference/office.ts';
import { isAbove } from '../reference/office-tree.ts';
import type { Role, Staff } from '../reference/staff.ts';

export interface Administration {
  /** Over a centre and what stands below it; false inside one commune only. */
  readonly isDistrict: boolean;
  readonly mayManage: (office: OfficeId) => boolean;
  /** Nobody gives rights over the district from inside a commune. */
  readonly mayGrant: (roles: readonly Role[]) => boolean;
}

/** Roles whose holder sees or does something beyond one commune. */
const reach = {
  clerk: 'OFFICE',
  specialist: 'OFFICE',
  signer: 'OFFICE',
  seal: 'OFFICE',
  commune_admin: 'OFFICE',
  district_clerk: 'DISTRICT',
  district_specialist: 'DISTRICT',
  district_monitor: 'DISTRICT',
  district_admin: 'DISTRICT',
  auditor: 'DISTRICT',
} as const satisfies Record<Role, 'OFFICE' | 'DISTRICT'>;

/** Undefined for who administers nothing. */
export function administrationOf(staff: Staff, offices: readonly Office[]): Administration | undefined {
  const isDistrict = staff.roles.includes('district_admin');
  if (!staff.active || (!isDistrict && !staff.roles.includes('commune_admin'))) return undefined;
  return {
    isDistrict,
    mayManage: (office) =>
      office === staff.office ? offices.some((one) => one.id === office) : isDistrict && isAbove(offices, staff.office, office),
    mayGrant: (roles) => isDistrict || roles.every((role) => reach[role] === 'OFFICE'),
  };
}

/** Whether its holder sees or does something beyond one commune. */
export function isDistrictRole(role: Role): boolean {
  return reach[role] === 'DISTRICT';
}

/** Who may read what was administered and looked at. */
const readers: ReadonlySet<Role> = new Set(['district_admin', 'district_monitor', 'auditor', 'commune_admin']);

/** Whose record of administration and looks an officer may read: administrator, director and inspector of a centre that of all below it, everybody else of them that of the own office. Undefined for nobody's. */
export function auditReachOf(staff: Staff, offices: readonly Office[]): readonly OfficeId[] | undefined {
  if (!staff.active || !staff.roles.some((role) => readers.has(role))) return undefined;
  const beyond = staff.roles.some((role) => readers.has(role) && isDistrictRole(role));
  return offices.filter(({ id }) => id === staff.office || (beyond && isAbove(offices, staff.office, id))).map(({ id }) => id);
}

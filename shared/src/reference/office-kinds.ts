/**
 * Kinds of unit as data: what a new kind is and does is one line here, and no other place names a kind. `duty` says which table of roles holds there (a desk at
 * commune level, or a centre that consolidates those below it), `level` whose procedures it takes in.
 */
import type { Procedure } from '../catalogue/procedure.ts';

export type OfficeDuty = 'COMMUNE' | 'CENTRE';

export interface OfficeKindFacts {
  readonly duty: OfficeDuty;
  readonly level: Procedure['level'];
}

export const officeKinds = {
  /** Xã, thị trấn. */
  COMMUNE: { duty: 'COMMUNE', level: 'commune' },
  /** Phường. */
  WARD: { duty: 'COMMUNE', level: 'commune' },
  /** Trung tâm hành chính công huyện. */
  CENTRE: { duty: 'CENTRE', level: 'district' },
  /** Trung tâm Phục vụ hành chính công tỉnh. */
  PROVINCE: { duty: 'CENTRE', level: 'province' },
} as const satisfies Record<string, OfficeKindFacts>;

export type OfficeKind = keyof typeof officeKinds;
export const officeKindNames = Object.keys(officeKinds) as [OfficeKind, ...OfficeKind[]];

const levels = ['commune', 'district', 'province'] as const;

/** Below a centre stands what is of a lower level: wards and communes below a district's or a province's, districts below a province's. */
export function kindsBelow(upper: { readonly kind: OfficeKind }): readonly OfficeKind[] {
  if (dutyOf(upper) !== 'CENTRE') return [];
  const level = levels.indexOf(officeKinds[upper.kind].level);
  return officeKindNames.filter((kind) => levels.indexOf(officeKinds[kind].level) < level);
}

export function dutyOf({ kind }: { readonly kind: OfficeKind }): OfficeDuty {
  return officeKinds[kind].duty;
}

export function isCentre(office: { readonly kind: OfficeKind } | undefined): boolean {
  return office !== undefined && dutyOf(office) === 'CENTRE';
}

export function levelOfOffice({ kind }: { readonly kind: OfficeKind }): Procedure['level'] {
  return officeKinds[kind].level;
}

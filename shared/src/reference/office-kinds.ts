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

export function dutyOf({ kind }: { readonly kind: OfficeKind }): OfficeDuty {
  return officeKinds[kind].duty;
}

export function isCentre(office: { readonly kind: OfficeKind } | undefined): boolean {
  return office !== undefined && dutyOf(office) === 'CENTRE';
}

export function levelOfOffice({ kind }: { readonly kind: OfficeKind }): Procedure['level'] {
  return officeKinds[kind].level;
}

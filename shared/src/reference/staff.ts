/** One officer on the roster. `verifier` travels only to devices of the officer's own office. */
import type { OfficeId, StaffId } from '../kernel/ids.ts';

export const roles = [
  'clerk',
  'specialist',
  'signer',
  'seal',
  'commune_admin',
  'district_clerk',
  'district_specialist',
  'district_monitor',
  'district_admin',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

export interface Staff {
  readonly id: StaffId;
  readonly office: OfficeId;
  /** What is typed to sign in, lower case ASCII. */
  readonly login: string;
  readonly fullName: string;
  /** Title on paper: "Công chức Tư pháp – hộ tịch". */
  readonly title: string;
  readonly phone?: string | undefined;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** argon2id PHC string of the PIN or passphrase. */
  readonly verifier?: string | undefined;
  /** The secret was made by the centre and handed over on paper: it is changed at the first sign-in with a line. Kept by the centre. */
  readonly firstSecret?: boolean | undefined;
  /** Units this officer worked at before, oldest first, with the roles held there at the end. Kept by the centre: what a desk still holds from then is judged by it. */
  readonly earlier?: readonly EarlierPost[] | undefined;
}

export interface EarlierPost {
  readonly office: OfficeId;
  readonly roles: readonly Role[];
}

/** The officer as who worked at that unit, where he did; as he is now otherwise. */
export function asOfficerOf(staff: Staff, office: OfficeId): Staff {
  const post = staff.office === office ? undefined : staff.earlier?.findLast((one) => one.office === office);
  return post === undefined ? staff : { ...staff, ...post };
}

const earlierMax = 20;

/** What `after` has behind it when it is saved over `before`: a move adds the unit that was left. */
export function earlierPosts(before: Staff | undefined, after: Pick<Staff, 'office'>): readonly EarlierPost[] | undefined {
  if (before === undefined || before.office === after.office) return before?.earlier;
  const { office, roles, earlier = [] } = before;
  return [...earlier.filter((one) => one.office !== office), { office, roles }].slice(-earlierMax);
}

const idCharsMax = 32;

/** Ids stay with their officer through every move, so a new one of the same login takes another. */
export function newStaffId(office: OfficeId, login: string, isTaken: (id: string) => boolean): StaffId {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `-${n}`;
    const id = `${office}-${login}`.slice(0, idCharsMax - suffix.length) + suffix;
    if (!isTaken(id)) return id as StaffId;
  }
}

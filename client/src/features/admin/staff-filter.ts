/** Which officers of the roster are shown: by words without marks, unit, role and state. */
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { matchesTokens, searchKey, searchTokens } from '@onestop/shared/text/search-key.ts';

export type StaffState = 'ALL' | 'ACTIVE' | 'INACTIVE' | 'TO_MOVE' | 'FIRST';
export const staffStates: readonly StaffState[] = ['ALL', 'ACTIVE', 'INACTIVE', 'TO_MOVE', 'FIRST'];

export interface StaffFilter {
  readonly words: string;
  /** Empty: every one. */
  readonly office: string;
  readonly role: string;
  readonly state: StaffState;
}

export const everybody: StaffFilter = { words: '', office: '', role: '', state: 'ALL' };

/** The last day of the unit an active officer still stands in: he has to be moved. */
export function moveBy(staff: Staff, offices: readonly Office[]): PlainDate | undefined {
  return staff.active ? offices.find((one) => one.id === staff.office)?.validTo : undefined;
}

export function shownStaff(
  staff: readonly Staff[],
  { words, office, role, state }: StaffFilter,
  offices: readonly Office[],
): readonly Staff[] {
  const tokens = searchTokens(words);
  const hasState: Readonly<Record<StaffState, (one: Staff) => boolean>> = {
    ALL: () => true,
    ACTIVE: (one) => one.active,
    INACTIVE: (one) => !one.active,
    TO_MOVE: (one) => moveBy(one, offices) !== undefined,
    FIRST: (one) => one.active && one.firstSecret === true,
  };
  return staff.filter(
    (one) =>
      (office === '' || one.office === office) &&
      (role === '' || one.roles.some((each) => each === role)) &&
      hasState[state](one) &&
      matchesTokens(searchKey(`${one.fullName} ${one.login} ${one.title}`), tokens),
  );
}

/** To whom the file goes inside this office: an officer with one of the roles, somebody named by hand, or, where that is allowed, nobody in particular. */
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Role } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { acts } from '../../../texts/vi/acts.ts';
import { useRecipient } from './recipient-fields.tsx';

interface ColleagueOptions {
  readonly label: string;
  readonly roles: readonly Role[];
  /** Who has it already. */
  readonly not?: StaffId | undefined;
  /** Words of the choice that names nobody; absent: somebody has to be named. */
  readonly nobody?: string;
}

export function useColleague({ label, roles, not, nobody }: ColleagueOptions): ReturnType<typeof useRecipient> {
  const services = useServices();
  const staff = useLive(services.reference)?.staff ?? [];
  const office = useLive(services.office);
  const officers = staff.filter(
    (one) => one.active && one.office === office?.id && one.id !== not && one.roles.some((role) => roles.includes(role)),
  );
  return useRecipient({ label, officers, nobody, other: acts.files.otherPerson, otherName: acts.files.otherName });
}

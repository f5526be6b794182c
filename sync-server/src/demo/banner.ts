/** What the console shows of the demo district: who signs in as whom, and the codes that are left. */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { operatorTexts as texts } from '../texts/operator.ts';
import { demoCentreId, demoWalkThroughId } from './offices.ts';
import { type DemoCode, demoPin } from './seed.ts';

export function demoBanner(codes: readonly DemoCode[], offices: readonly Office[], staff: readonly Staff[]): readonly string[] {
  const desks = offices.filter((each) => each.syncs).sort((a, b) => rank(a.id) - rank(b.id));
  const byOffice = Map.groupBy(codes, (each) => each.office);
  return [
    texts.demoTitle,
    texts.demoStaff(demoPin),
    ...desks.flatMap((office) => [
      `  ${office.name}:`,
      ...staff.filter((each) => each.office === office.id && each.active).map((each) => personLine(each, office.id)),
    ]),
    ...(codes.length === 0 ? [texts.demoCodesGone] : [texts.demoCodes]),
    ...desks.flatMap(({ id, name }) => {
      const list = byOffice.get(id);
      return list === undefined ? [] : [`    ${name.padEnd(18)} ${list.map((each) => `${each.deviceName}: ${each.code}`).join('   ')}`];
    }),
  ];
}

/** Every commune has the same logins, held by other people; what they are is said once, where the walk-through begins. */
function personLine({ login, fullName, title }: Staff, office: OfficeId): string {
  return `    ${login.padEnd(8)} ${fullName}${rank(office) < 2 && title !== '' ? `, ${title}` : ''}`;
}

/** The commune of the README's walk-through and the centre first. */
function rank(office: OfficeId): number {
  if (office === demoCentreId) return 1;
  return office === demoWalkThroughId ? 0 : 2;
}

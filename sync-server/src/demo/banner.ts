/** What the console shows of the demo district: who signs in as whom, and the codes that are left. */
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { operatorTexts as texts } from '../texts/operator.ts';
import { demoCentreId } from './offices.ts';
import { type DemoCode, demoPin } from './seed.ts';

export function demoBanner(codes: readonly DemoCode[], staff: readonly Staff[]): readonly string[] {
  const commune = codes.find((each) => each.office !== demoCentreId)?.office ?? staff.find((each) => each.office !== demoCentreId)?.office;
  const people = (office: string | undefined): readonly string[] =>
    staff.filter((each) => each.office === office).map((each) => `    ${each.login.padEnd(8)} ${each.fullName}, ${each.title}`);
  const byOffice = Map.groupBy(codes, (each) => each.officeName);
  const centreFirst = [...byOffice].sort(([, a], [, b]) => rank(a) - rank(b));
  return [
    texts.demoTitle,
    texts.demoStaff(demoPin),
    texts.demoCommuneStaff,
    ...people(commune),
    texts.demoCentreStaff,
    ...people(demoCentreId),
    ...(codes.length === 0 ? [texts.demoCodesGone] : [texts.demoCodes]),
    ...centreFirst.map(
      ([office, list]) => `    ${office.padEnd(18)} ${list.map((each) => `${each.deviceName}: ${each.code}`).join('   ')}`,
    ),
  ];
}

/** The centre and the commune of the README's walk-through first. */
function rank(codes: readonly DemoCode[]): number {
  const office = codes[0]?.office as string | undefined;
  if (office === demoCentreId) return 0;
  return office === '09529' ? 1 : 2;
}

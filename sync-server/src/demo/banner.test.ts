import { expect, test } from 'vitest';
import { demoBanner } from './banner.ts';
import { demoOffices } from './offices.ts';
import { demoStaff } from './staff.ts';

const lines = demoBanner([], demoOffices, demoStaff);

/** The lines under the office's name. */
function under(office: string): readonly string[] {
  const from = lines.indexOf(`  ${office}:`) + 1;
  const to = lines.findIndex((line, i) => i >= from && !line.startsWith('    '));
  return from === 0 ? [] : lines.slice(from, to);
}

test('[O120] the banner names every officer under the office he works in, and Lan of one commune is not Lan of another', () => {
  const syncing = demoOffices.filter((one) => one.syncs);
  for (const office of syncing) {
    const roster = demoStaff.filter((one) => one.office === office.id);
    const shown = under(office.name);
    expect(shown).toHaveLength(roster.length);
    for (const [i, one] of roster.entries()) expect(shown[i]).toMatch(new RegExp(`^    ${one.login} +${one.fullName}(, |$)`));
  }
  expect(new Set(syncing.flatMap(({ name }) => under(name).filter((line) => line.startsWith('    lan ')))).size).toBeGreaterThan(5);
});

test('[O120] the walk-through of the README comes first, with the titles', () => {
  expect(lines.find((line) => line.endsWith(':') && line.startsWith('  '))).toBe('  xã Bình Định:');
  expect(under('xã Bình Định')[0]).toContain(', Công chức Văn phòng – thống kê');
});

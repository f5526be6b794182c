/** The ledger of the review's cases: each finding is a test with the right value, and a title names it as `case S6` or `D7:`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './imports.ts';

const cases = [
  'D1 D2 D6 D7',
  'K1 K2 K3 K7',
  'S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14 S16 S17',
  'F1 F2 F3 F4 F5 F6 F7 F9',
  'I1 I2 I3 I4 I5',
].flatMap((row) => row.split(' '));

/** Without a test that names them so far: whoever writes one takes the id out of here. */
const untold = new Set<string>([]);

const patterns = ['*.test.ts', '*.test.tsx', '*.contract.ts', '*.e2e.ts'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], { cwd: root, encoding: 'utf8' });
/** What stands in quotes: titles and the rows they are made of. */
const titles = files
  .split('\n')
  .filter((file) => file !== '' && !file.endsWith('reviewed-cases.test.ts'))
  .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/(['"`])(?:\[[^\]]*\] )*(?:case )?[A-Z]\d+\b.*/g) ?? []);

it('[O124] every reviewed case is named by the title of a test', () => {
  const isNamed = (id: string): boolean => titles.some((title) => new RegExp(`\\bcase ${id}\\b|\\b${id}: `).test(title));
  expect(cases.filter((id) => !untold.has(id) && !isNamed(id))).toEqual([]);
  expect([...untold].filter((id) => !cases.includes(id) || isNamed(id))).toEqual([]);
});

/** The tools that know the code better than a test of ours: compiler, linter, formatter, and knip for dead files and unused packages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../tools/checks.ts';
import { root } from './imports.ts';

function run(entry: string, ...args: readonly string[]): void {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', entry), ...args], { cwd: root, encoding: 'utf8' });
  expect(result.status, `${result.stdout}\n${result.stderr}`.trim().slice(0, 8_000)).toBe(0);
}

describe('tools', () => {
  it.each(checks)('[T10] $name', ({ command }) => {
    run(...command);
  });

  it('[T13] no dead file, no unused or undeclared package', () => {
    run('knip/bin/knip.js', '--include', 'files,dependencies,unlisted,unresolved,binaries,duplicates');
  });
});

/** The commit is found without git: in the work tree's own files, in packed references, or in a file of a copy that has no history. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVersion } from './version.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
let folder = '';
const write = (file: string, text: string): void => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-version-'));
  write('package.json', '{"version":"1.2.3"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('version', () => {
  it('[O46] is the package’s alone where no commit is known', () => {
    expect(readVersion(folder)).toBe('1.2.3');
    write('.git/HEAD', 'ref: refs/heads/main\n');
    expect(readVersion(folder)).toBe('1.2.3');
  });

  it('[O46] has the commit of the branch, of a detached head, of packed references, of a second work tree and of a copy’s file', () => {
    write('.git/HEAD', `${commit}\n`);
    expect(readVersion(folder)).toBe('1.2.3+0123456789ab');
    write('.git/HEAD', 'ref: refs/heads/main\n');
    write('.git/packed-refs', `# pack-refs\n${commit.replace('0', 'a')} refs/heads/main\n`);
    expect(readVersion(folder)).toBe('1.2.3+a123456789ab');
    write('.git/refs/heads/main', `${commit.replace('0', 'b')}\n`);
    expect(readVersion(folder)).toBe('1.2.3+b123456789ab');
    write('second/package.json', '{"version":"1.2.3"}');
    write('second/.git', `gitdir: ${join(folder, '.git/worktrees/second')}\n`);
    write('.git/worktrees/second/HEAD', 'ref: refs/heads/main\n');
    write('.git/worktrees/second/commondir', '../..\n');
    expect(readVersion(join(folder, 'second'))).toBe('1.2.3+b123456789ab');
    write('.commit', `${commit.replace('0', 'c')}\n`);
    expect(readVersion(folder)).toBe('1.2.3+c123456789ab');
  });
});

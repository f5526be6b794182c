/** What a technician gets who clones the project and types the one line of the installation page: packages, build, server, the link of the set-up, and a clean end. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { hostPath, isFree, startProcess } from '../support/npm-process.ts';
import { freePort } from '../support/server-process.ts';

const root = resolve(import.meta.dirname, '../..');
const clone = mkdtempSync(join(tmpdir(), 'motcua-clone-'));
// Hundreds of megabytes in small files.
afterAll(() => rm(clone, { recursive: true, force: true }), 300_000);

const git = (...args: readonly string[]): string => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' }).trim();

/** This machine's settings, its package cache too, without what the npm that runs the tests says of itself. */
function ownEnv(): NodeJS.ProcessEnv {
  const isOfThisNpm =
    /^(npm_(lifecycle|package|execpath|node_execpath|command|config_local_prefix)|INIT_CWD$|NODE_|VITEST|DATA|PORT$|DEMO$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfThisNpm.test(name)));
}

it(
  '[O179] a clean clone is installed, built and served in production by one line, leaves the lock file as it is, and ends with a signal to npm',
  { timeout: 400_000 },
  async () => {
    execFileSync('git', ['clone', '-q', '--no-local', root, clone]);
    const port = await freePort();
    const env = { ...ownEnv(), PATH: hostPath, NODE_ENV: 'production', PORT: String(port), npm_config_prefer_offline: 'true' };
    const npm = startProcess('npm', ['start'], { cwd: clone, env });
    await npm.says('/setup#');
    expect(npm.output()).toMatch(new RegExp(`:${port}/setup#[A-Za-z0-9_-]{43}`));
    expect(npm.output()).not.toContain('2580');
    const health = (await (await fetch(`http://127.0.0.1:${port}/api/health`)).json()) as {
      readonly status: string;
      readonly version: string;
    };
    expect([health.status, health.version]).toEqual(['ok', expect.stringContaining(git('rev-parse', '--short=7', 'HEAD'))]);
    // The app, not only its server.
    const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    const script = must(/src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1], 'the page has a script');
    expect((await fetch(`http://127.0.0.1:${port}${script}`)).status).toBe(200);
    process.kill(must(npm.child.pid, 'a process'), 'SIGTERM');
    await npm.ended;
    expect([await isFree(port), npm.output()]).toEqual([true, expect.stringContaining('Đã dừng.')]);
    expect(existsSync(join(clone, '.data/motcua.db'))).toBe(true);
    expect(readFileSync(join(clone, 'package-lock.json'), 'utf8')).toBe(git('show', 'HEAD:package-lock.json') + '\n');
    expect(git('status', '--porcelain')).toBe('');
  },
);

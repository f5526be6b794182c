/** What npm starts really ends, and runs on the project's own Node whatever the machine has: the verbs as a technician types them, as processes. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { hostPath, isFree, startProcess } from '../support/npm-process.ts';
import { freePort } from '../support/server-process.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'motcua-runtime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
  startProcess(command, args, { cwd: root, env: { HOME: folder, PATH: hostPath, ...env } });

const serverEnv = (port: number): Readonly<Record<string, string>> => ({
  PORT: String(port),
  DATA_DIR: join(folder, String(port)),
  DEMO: 'off',
  // The build of the app is another matter and takes its time.
  npm_config_ignore_scripts: 'true',
});

describe('what npm starts', { timeout: 180_000 }, () => {
  // A shell that waits for its child keeps SIGINT to itself until the child ends; a terminal (and so this) sends it to everybody in front of it.
  it.each([
    ['SIGTERM to npm', (npm: number) => process.kill(npm, 'SIGTERM')],
    ['Ctrl+C', (npm: number) => process.kill(-npm, 'SIGINT')],
  ])('[O45] %s reaches the server of npm start: a clean stop, the port is free', async (_name, stop) => {
    const port = await freePort();
    const npm = run('npm', ['start'], serverEnv(port));
    await npm.says(`:${port}`);
    expect(await isFree(port)).toBe(false);
    stop(must(npm.child.pid, 'a process'));
    // All that held its output have ended with it.
    await npm.ended;
    expect([await isFree(port), npm.output()]).toEqual([true, expect.stringContaining('Đã dừng.')]);
  });

  it('[O45] a server whose npm and shell were killed outright stops by itself', async () => {
    const port = await freePort();
    const start = 'node tests/tools/ensure-install.cjs sync-server/src/main.ts; true';
    const shell = run('sh', ['-c', start], { ...serverEnv(port), npm_lifecycle_event: 'start' });
    await shell.says(`:${port}`);
    shell.child.kill('SIGKILL');
    await shell.ended;
    expect([await isFree(port), shell.output()]).toEqual([true, expect.stringContaining('Đã dừng.')]);
  });

  it('[O38] the technician’s commands run through npm on the project’s Node, and npm hands on their exit code', async () => {
    const listed = run('npm', ['run', 'admin'], {});
    expect([await listed.ended, listed.output()]).toEqual([0, expect.stringContaining('issue-code')]);
    const wrong = run('npm', ['run', 'admin', '--', 'refused', '--since', '1'], {});
    expect([await wrong.ended, wrong.output()]).toEqual([2, expect.stringContaining('--since')]);
  });

  it('[O51] on Windows the shims that npm made for the project’s Node are not relied on', async () => {
    const project = join(folder, 'windows');
    const bin = join(project, 'node_modules/.bin');
    for (const each of ['tests/tools', 'node_modules/.bin', 'node_modules/node/bin']) mkdirSync(join(project, each), { recursive: true });
    copyFileSync(join(root, 'tests/tools/ensure-install.cjs'), join(project, 'tests/tools/ensure-install.cjs'));
    for (const lock of ['package-lock.json', 'node_modules/.package-lock.json']) writeFileSync(join(project, lock), '{"packages":{}}');
    for (const shim of ['node', 'node.cmd', 'node.ps1', 'tsc.cmd']) writeFileSync(join(bin, shim), 'points to nothing');
    symlinkSync(process.execPath, join(project, 'node_modules/node/bin/node.exe'));
    writeFileSync(join(project, 'say.cjs'), 'console.log("ran with", process.argv0)');
    writeFileSync(join(project, 'windows.cjs'), 'Object.defineProperty(process, "platform", { value: "win32" })');
    const started = run('node', ['-r', join(project, 'windows.cjs'), join(project, 'tests/tools/ensure-install.cjs'), 'say.cjs'], {});
    expect([await started.ended, started.output()]).toEqual([0, expect.stringContaining('node.exe')]);
    expect(readdirSync(bin)).toEqual(['tsc.cmd']);
  });
});

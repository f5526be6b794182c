/**
 * What the tests need beside npm packages: a Chromium, and PostgreSQL's server binaries for the second half of the store's contract. Looked for first;
 * installed with apt where that is possible, Chromium else by Playwright's own download. What cannot be had is an error, never a skipped test.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { findChromium } from '../support/chromium.ts';

const root = resolve(import.meta.dirname, '../..');

export function ensureSystemPackages(): void {
  if (findChromium() === undefined) {
    if (!aptInstall(['chromium'])) run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
    if (findChromium() === undefined) {
      stop('No Chromium found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.');
    }
  }
  const proxies = ['caddy', 'nginx'].filter((name) => !hasProgram(name));
  if (proxies.length > 0) aptInstall(proxies);
  const missing = proxies.filter((name) => !hasProgram(name));
  if (missing.length > 0)
    stop(`Not found and not to be installed: ${missing.join(', ')}. Install them (Debian, Ubuntu: apt-get install caddy nginx).`);
  if (!hasPostgres()) {
    aptInstall(['postgresql']);
    if (!hasPostgres()) {
      stop(
        'No PostgreSQL server found and none could be installed. Install PostgreSQL (Debian, Ubuntu: apt-get install postgresql), or set TEST_DATABASE_URL to an empty PostgreSQL database.',
      );
    }
  }
}

/** The files of `sync-server/deploy` are proven with the real ones. */
function hasProgram(name: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  return folders.some((folder) => existsSync(join(folder, name)));
}

function hasPostgres(): boolean {
  if ((process.env['TEST_DATABASE_URL'] ?? '') !== '') return true;
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian) && readdirSync(debian).some((version) => existsSync(join(debian, version, 'bin/initdb')))) return true;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, 'initdb')) || existsSync(join(folder, 'initdb.exe')));
}

/** True when apt ran and succeeded. Needs root, or sudo that does not ask. */
function aptInstall(packages: readonly string[]): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  process.stdout.write(`Installing ${packages.join(', ')} with apt-get …\n`);
  const apt = (...args: readonly string[]): boolean => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return run(command as string, rest);
  };
  return (
    apt('install', '-y', '--no-install-recommends', ...packages) ||
    (apt('update') && apt('install', '-y', '--no-install-recommends', ...packages))
  );
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function stop(message: string): never {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

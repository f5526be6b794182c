/**
 * A real PostgreSQL for the tests: `TEST_DATABASE_URL` where there is one, else a throw-away cluster started here from the machine's binaries
 * (installed by the package manager where that is possible). PostgreSQL refuses to run as root, so it runs as its own system user then.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface TestPostgres {
  /** Makes an empty database and gives its address. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Undefined where no PostgreSQL can be had; in CI that is a failure, elsewhere it is said loudly. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return onServer(given, () => Promise.resolve());
  const bin = findBinaries() ?? installBinaries();
  if (bin === undefined) {
    const say =
      'PostgreSQL is not on this machine (set TEST_DATABASE_URL, or install the package "postgresql"): its contract suite cannot run.';
    if (process.env['CI']) throw new Error(say);
    process.stderr.write(`\n!!! SKIPPED: ${say}\n\n`);
    return undefined;
  }
  return startCluster(bin);
}

function findBinaries(): string | undefined {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const versions = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(base, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

function installBinaries(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    const options = { stdio: 'ignore', timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], options);
  } catch (cause) {
    process.stderr.write(`Installing PostgreSQL failed: ${String(cause)}\n`);
    return undefined;
  }
  return findBinaries();
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** As root everything runs as the user `postgres`. */
function systemUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function startCluster(bin: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pg-'));
  const user = systemUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { stdio: 'ignore', cwd: folder, ...user } as const;
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'motcua', '--auth=trust', '--encoding=UTF8', '--locale=C'], options);
  const port = await freePort();
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'max_connections=120'],
    options,
  );
  const url = `postgresql://motcua@127.0.0.1:${port}/postgres`;
  await waitUntilUp(url, child);
  return onServer(url, async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // SIGINT is PostgreSQL's "fast shutdown": it does not wait for clients.
    child.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

async function waitUntilUp(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended at start with code ${child.exitCode}`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not up yet; the loop has an end.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('PostgreSQL did not come up in 15 seconds');
}

function onServer(url: string, stop: () => Promise<void>): TestPostgres {
  let made = 0;
  return {
    createDatabase: async () => {
      const name = `motcua_test_${process.pid}_${made++}_${Math.random().toString(36).slice(2, 8)}`;
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.toString();
    },
    stop,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

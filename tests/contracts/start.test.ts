/** Starting the real process: what a technician can get wrong ends in a sentence and an exit code, never in a stack; production makes no demo. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs until it ends by itself, or until it says `enough`, then asks it to end. */
function run(env: Record<string, string>, enough?: string): Promise<Ended> {
  return new Promise((done) => {
    const main = resolve(import.meta.dirname, '../../sync-server/src/main.ts');
    const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data'), ...env } });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (enough !== undefined && output.includes(enough)) child.kill('SIGTERM');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => done({ code, output }));
  });
}

/** What is wrong with how it ended: it should say these words, without a stack, with exit code 1. */
function problemsOf({ code, output }: Ended, ...words: readonly string[]): readonly string[] {
  const problems = words.filter((word) => !output.includes(word)).map((word) => `does not say ${word}: ${output}`);
  if (code !== 1) problems.push(`exit code ${code}`);
  if (/^\s+at /m.test(output)) problems.push(`stack: ${output}`);
  return problems;
}

describe('start', () => {
  it('[O11] all wrong settings are reported at once', async () => {
    expect(problemsOf(await run({ PORT: 'abc', DATABASE_URL: 'mysql://x', NODE_ENV: 'prod' }), 'PORT', 'DATABASE_URL', 'NODE_ENV')).toEqual(
      [],
    );
  });

  it('[O12] a port in use is named', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    try {
      expect(problemsOf(await run({ PORT: String(port), DEMO: 'off' }), String(port), `PORT=${port + 1}`)).toEqual([]);
    } finally {
      other.close();
    }
  });

  it('[O13] a database that cannot be opened is named: a folder that is a file, a damaged file, a server that is not there', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    expect(problemsOf(await run({ DATA_DIR: file }), file)).toEqual([]);
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'motcua.db'), 'this is not a database, and it is long enough to look like one. '.repeat(100));
    expect(problemsOf(await run({ DATA_DIR: damaged }), join(damaged, 'motcua.db'))).toEqual([]);
    const port = await freePort();
    const gone = await run({ DATABASE_URL: `postgresql://someone:topsecret@127.0.0.1:${port}/motcua` });
    expect(problemsOf(gone, 'ECONNREFUSED')).toEqual([]);
    expect(gone.output).not.toContain('topsecret');
  });

  it('[O14] an empty production database prints a set-up link and no demo; the process ends cleanly when asked', async () => {
    const port = await freePort();
    const dataDir = join(folder, 'production');
    const started = await run(
      { NODE_ENV: 'production', LOG_LEVEL: 'silent', PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: 'https://motcua.example/' },
      '/setup#',
    );
    expect(started.output).toMatch(/https:\/\/motcua\.example\/setup#[A-Za-z0-9_-]{43}/);
    expect(started.output).not.toContain('2580');
    expect(started.code).toBe(0);
  });

  it(
    '[O41] a demo is never served as production, not even one from before its mark; a real district is served without NODE_ENV',
    { timeout: 240_000 },
    async () => {
      const dataDir = join(folder, 'demo');
      const port = await freePort();
      const env = { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent' };
      expect((await run(env, 'Lan')).code).toBe(0);
      expect(problemsOf(await run({ ...env, NODE_ENV: 'production' }), dataDir, 'DATA_DIR', 'NODE_ENV=production')).toEqual([]);
      const file = createClient({ url: `file:${join(dataDir, 'motcua.db')}` });
      await file.execute(`delete from settings where key like 'demo.%'`);
      expect(problemsOf(await run({ ...env, NODE_ENV: 'production' }), dataDir, 'DATA_DIR')).toEqual([]);
      await file.execute(`delete from reference_parts where key like 'staff%'`);
      file.close();
      expect((await run({ ...env, NODE_ENV: 'production' }, `:${port}`)).code).toBe(0);
      expect((await run(env, `:${port}`)).code).toBe(0);
    },
  );

  it('[O42] a misspelt variable is named with the right one instead of being ignored', async () => {
    const said = await run({ DATABSE_URL: 'postgresql://x/y', DATA_DIRR: folder, PUBLIC_ULR: 'https://x' });
    expect(problemsOf(said, 'DATABSE_URL', 'DATABASE_URL', 'DATA_DIRR', 'PUBLIC_ULR', 'PUBLIC_URL')).toEqual([]);
  });

  it('[O43] a data folder that cannot be made is named at once', async () => {
    expect(problemsOf(await run({ DATA_DIR: '/proc/nowhere' }), '/proc/nowhere')).toEqual([]);
    expect(problemsOf(await run({ DATA_DIR: '/proc/nowhere/deeper/still' }), '/proc/nowhere')).toEqual([]);
  });

  it('[O44] a database of a newer build is left alone; the first log line says which build this is', async () => {
    const dataDir = join(folder, 'newer');
    const env = { DATA_DIR: dataDir, PORT: String(await freePort()), DEMO: 'off', LOG_LEVEL: 'info' };
    const first = (await run(env, 'http://')).output.split('\n')[0] ?? '';
    expect(JSON.parse(first)).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    const file = createClient({ url: `file:${join(dataDir, 'motcua.db')}` });
    await file.execute('update __drizzle_migrations set created_at = created_at + 1');
    file.close();
    expect(problemsOf(await run(env), dataDir)).toEqual([]);
  });
});

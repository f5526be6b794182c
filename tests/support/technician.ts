/** A technician at the console: `npm run admin -- …`, and a district of the specs on either database for it to work on. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { createAsking } from '../../sync-server/tools/ask.ts';
import { runCommandLine } from '../../sync-server/tools/frame.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { openStore } from '@onestop/sync-server/db/open-store.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import type { TestPostgres } from './postgres.ts';
import { type TestServer, createTestServer } from './test-server.ts';

export type Environment = Readonly<Record<string, string>>;

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What it ended in. */
  readonly sentence: string;
}

/**
 * The command on a bare environment, so that nothing of the machine's own reaches it; `input` is typed on its standard input. In this process, because a new one
 * costs a second each: `tests/contracts/runtime.test.ts` starts the real one.
 */
export async function runAdmin(env: Environment, words: readonly string[], input = ''): Promise<Said> {
  let out = '';
  let err = '';
  const shown = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      out += chunk.toString();
      done();
    },
  });
  const code = await runCommandLine(words, {
    env,
    folder: env['DATA_DIR'] ?? tmpdir(),
    out: (text) => (out += text),
    err: (text) => (err += text),
    asking: createAsking(Readable.from([input]), shown),
  });
  return { code, out, err, sentence: (code === 0 ? out : err).trimEnd().split('\n').at(-1) ?? '' };
}

/** What a command must never do, whatever went wrong: show a stack, end in anything but a sentence, exit otherwise than said. */
export function problemsOf({ code, out, err, sentence }: Said, exit: number, ...words: readonly string[]): readonly string[] {
  const problems = words.filter((word) => !`${out}${err}`.includes(word)).map((word) => `does not say "${word}": ${out}${err}`);
  if (code !== exit) problems.push(`exit code ${code}: ${out}${err}`);
  if (/^\s+at .*:\d+:\d+/m.test(`${out}${err}`)) problems.push(`stack: ${err}`);
  if (!/[.!]$/.test(sentence)) problems.push(`no sentence: "${sentence}"`);
  return problems;
}

export interface TestDistrict {
  readonly env: Environment;
  /** Opens its database beside whatever else works on it; the caller closes it. */
  readonly open: () => Promise<Store>;
  /** The app on it; the caller closes it. */
  readonly serve: () => Promise<TestServer>;
}

/** Databases made by `make` hold the small district of the specs; those of `makeEmpty` hold nothing, not even tables. */
export interface Databases {
  readonly name: string;
  readonly make: () => Promise<TestDistrict>;
  readonly makeEmpty: () => Promise<Environment>;
}

export function databasesUnder(folder: string, postgres: TestPostgres | undefined): readonly Databases[] {
  const makeFolder = async (): Promise<Environment> => {
    mkdirSync(folder, { recursive: true });
    return { DATA_DIR: mkdtempSync(join(folder, 'data-')) };
  };
  const makeDatabase = async (): Promise<Environment> => ({ DATABASE_URL: await must(postgres, 'a server').createDatabase() });
  const all: readonly Databases[] = [
    { name: 'SQLite', makeEmpty: makeFolder, make: () => makeFolder().then(fill) },
    { name: 'PostgreSQL', makeEmpty: makeDatabase, make: () => makeDatabase().then(fill) },
  ];
  return postgres === undefined ? all.slice(0, 1) : all;
}

async function fill(env: Environment): Promise<TestDistrict> {
  const open = (): Promise<Store> => openStore({ dataDir: env['DATA_DIR'] ?? '', databaseUrl: env['DATABASE_URL'] }, () => undefined);
  const serve = async (): Promise<TestServer> => createTestServer({ store: await open() });
  await (await serve()).close();
  return { env, open, serve };
}

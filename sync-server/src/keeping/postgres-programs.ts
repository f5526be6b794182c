/**
 * PostgreSQL's own programs (`pg_dump`, `pg_restore`, `psql`), as they lie in PATH. The password goes through the environment, never through the list of
 * arguments that every user of the machine can read.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { KeepingProblem } from './problem.ts';
import { codeOf, reasonOf } from '../problems.ts';
import { keepingTexts as texts } from '../texts/keeping.ts';

export type PostgresProgram = 'pg_dump' | 'pg_restore' | 'psql';

export interface Running {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Resolves when it ended well; throws `KeepingProblem` with the first line of what it said. */
  readonly ended: Promise<void>;
}

/** What it says is always one sentence of ours followed by its own words, which name tables and never rows. */
export function start(program: PostgresProgram, args: readonly string[], url?: string): Running {
  const { target, password } = splitPassword(url);
  const child = spawn(program, [...args, ...(target === undefined ? [] : [`--dbname=${target}`])], {
    env: { ...process.env, PGCONNECT_TIMEOUT: '10', ...(password === undefined ? {} : { PGPASSWORD: password }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, 4_000);
  });
  // A program that ended early closes its input: why it did is what counts.
  child.stdin.on('error', ignore);
  const ended = new Promise<void>((done, failed) => {
    child.once('error', (fault) =>
      failed(
        new KeepingProblem(codeOf(fault) === 'ENOENT' ? texts.programMissing(program) : texts.programFailed(program, reasonOf(fault))),
      ),
    );
    child.once('close', (code) => {
      if (code === 0) return done();
      const line = said.split('\n').find((each) => /error|fatal/i.test(each)) ?? said.split('\n')[0] ?? '';
      failed(new KeepingProblem(/No space left/i.test(said) ? texts.noRoom(program) : texts.programFailed(program, line.trim())));
    });
  });
  // Whoever started it waits for it a little later.
  ended.catch(ignore);
  return { stdin: child.stdin, stdout: child.stdout, ended };
}

/** Rows of each table in an archive, counted by reading the whole of it. */
export async function countRows(archive: string): Promise<ReadonlyMap<string, number>> {
  const reading = start('pg_restore', ['--file=-', archive]);
  const rows = new Map<string, number>();
  let table: string | undefined;
  for await (const line of createInterface({ input: reading.stdout })) {
    if (table === undefined) {
      table = /^COPY public\.(\w+) .*FROM stdin;$/.exec(line)?.[1];
      if (table !== undefined) rows.set(table, 0);
    } else if (line === '\\.') table = undefined;
    else rows.set(table, (rows.get(table) ?? 0) + 1);
  }
  await reading.ended;
  return rows;
}

function splitPassword(url: string | undefined): { readonly target: string | undefined; readonly password: string | undefined } {
  if (url === undefined) return { target: undefined, password: undefined };
  const parsed = new URL(url);
  const password = parsed.password === '' ? undefined : decodeURIComponent(parsed.password);
  parsed.password = '';
  return { target: parsed.toString(), password };
}

function ignore(): void {}

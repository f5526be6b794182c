/**
 * Copies of the SQLite file through Node's own SQLite. Never inside a process that has the file open through the store: two SQLite libraries in one
 * process drop each other's locks. The server therefore copies in a process of its own (`tools/copy-sqlite.ts`).
 */
import { execFile } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Counts } from './backup-files.ts';
import { KeepingProblem } from './problem.ts';
import { reasonOf } from '../problems.ts';
import { keepingTexts as texts } from '../texts/keeping.ts';

export interface SqliteFacts {
  readonly counts: Counts;
  readonly schema: number;
}

const copyTool = fileURLToPath(new URL('../../tools/copy-sqlite.ts', import.meta.url));
const busyMs = 10_000;

/** In a process of its own, because copying is one long call. Throws `KeepingProblem` with what was wrong. */
export async function copyInOwnProcess(source: string, target: string): Promise<SqliteFacts> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [copyTool, source, target]);
    return JSON.parse(stdout) as SqliteFacts;
  } catch (fault) {
    const said = String((fault as { readonly stderr?: unknown }).stderr ?? '').trim();
    throw new KeepingProblem(said === '' ? texts.copyFailed(reasonOf(fault)) : said);
  }
}

/** A consistent copy, whoever writes meanwhile, checked after writing: its pages, and that it has what the file had. */
export function copyAndCheck(source: string, target: string): SqliteFacts {
  const db = new DatabaseSync(source, { readOnly: true, timeout: busyMs });
  let before: Counts;
  let after: Counts;
  try {
    before = countsIn(db);
    db.prepare('VACUUM INTO ?').run(target);
    after = countsIn(db);
  } catch (fault) {
    throw new KeepingProblem(/full/i.test(reasonOf(fault)) ? texts.noRoom(target) : texts.copyFailed(reasonOf(fault)));
  } finally {
    db.close();
  }
  const facts = checkSqlite(target);
  const isWhole = before.events <= facts.counts.events && facts.counts.events <= after.events;
  if (!isWhole) throw new KeepingProblem(texts.damaged(target));
  return facts;
}

/** Reads the whole file; throws `KeepingProblem` where it is damaged or no district's. */
export function checkSqlite(file: string): SqliteFacts {
  let verdict: unknown;
  try {
    const db = new DatabaseSync(file, { readOnly: true, timeout: busyMs });
    try {
      verdict = Object.values(db.prepare('PRAGMA integrity_check').get() ?? {})[0];
      if (verdict === 'ok') return { counts: countsIn(db), schema: schemaIn(db) };
    } finally {
      db.close();
    }
  } catch {
    throw new KeepingProblem(texts.noDistrict(file));
  }
  throw new KeepingProblem(texts.damaged(file));
}

/**
 * Takes what lies in the journal into the file, so that the file alone is whole. False where another process has the file open: leaving WAL mode
 * needs it alone. The store puts the mode back when it opens. A damaged file is nobody's, and stays as it is.
 */
export function takeOutOfUse(file: string): boolean {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    return Object.values(db.prepare('PRAGMA journal_mode = DELETE').get() ?? {})[0] === 'delete';
  } catch (fault) {
    if (/locked|busy/i.test(reasonOf(fault))) return false;
    // What no SQLite can read, no server has in use.
    if (/not a database|malformed/i.test(reasonOf(fault))) return true;
    throw new KeepingProblem(texts.copyFailed(reasonOf(fault)));
  } finally {
    db.close();
  }
}

function countsIn(db: DatabaseSync): Counts {
  const count = (table: string): number => Number(db.prepare(`select count(*) as n from ${table}`).get()?.['n']);
  return { events: count('events'), dossiers: count('dossiers'), devices: count('devices') };
}

function schemaIn(db: DatabaseSync): number {
  return Number(db.prepare('select max(created_at) as at from __drizzle_migrations').get()?.['at'] ?? 0);
}

/**
 * A backup in place of the database, on either engine: checked first, refused while a server runs, and what was there stays beside it. Devices then send
 * again by themselves what the backup lacks.
 */
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { sqliteFileName } from '../db/open-store.ts';
import { newestMigration } from '../db/newest-migration.ts';
import { fileTime } from '../iso-time.ts';
import { keepingTexts as texts } from '../texts/keeping.ts';
import { type Counts, type Engine, extensionOf, hashFile, needRoom, readManifest, syncFile } from './backup-files.ts';
import { type Database, engineOf } from './backup.ts';
import { checkDump, hasOurTables, readPostgres, restorePostgres } from './postgres-database.ts';
import { KeepingProblem } from './problem.ts';
import { checkSqlite, takeOutOfUse } from './sqlite-files.ts';

export interface Restored {
  readonly counts: Counts;
  /** Where what was there before lies now; undefined where there was nothing. */
  readonly keptAs: string | undefined;
}

export async function restore(database: Database, file: string, now: Instant): Promise<Restored> {
  await checkBackup(file, engineOf(database));
  const { databaseUrl } = database;
  return databaseUrl === undefined ? restoreSqlite(database.dataDir, file, now) : restoreIntoPostgres(databaseUrl, file, now);
}

/** Throws `KeepingProblem` where the file is no whole backup for this engine and build. */
export async function checkBackup(file: string, engine: Engine): Promise<void> {
  if (!existsSync(file)) throw new KeepingProblem(texts.noBackup(file));
  const manifest = await readManifest(file);
  const isForEngine = manifest === undefined ? file.endsWith(extensionOf[engine]) : manifest.engine === engine;
  if (!isForEngine) throw new KeepingProblem(texts.otherEngine(file, engine));
  if (manifest !== undefined && ((await stat(file)).size !== manifest.bytes || (await hashFile(file)) !== manifest.sha256))
    throw new KeepingProblem(texts.damaged(file));
  if (engine === 'postgresql') await checkDump(file, manifest?.counts);
  const schema = engine === 'sqlite' ? checkSqlite(file).schema : (manifest?.schema ?? 0);
  if (schema > newestMigration(engine)) throw new KeepingProblem(texts.newerBackup(file));
}

async function restoreSqlite(dataDir: string, file: string, now: Instant): Promise<Restored> {
  const target = join(dataDir, sqliteFileName);
  mkdirSync(dataDir, { recursive: true });
  const part = `${target}.restoring`;
  await needRoom(dataDir, (await stat(file)).size);
  await copyFile(file, part);
  await syncFile(part);
  const isThere = existsSync(target);
  if (isThere && !takeOutOfUse(target)) {
    await rm(part);
    throw new KeepingProblem(texts.inUse);
  }
  const aside = `${target}.before-${fileTime(now)}`;
  // The journal of a file that is lost or damaged goes aside with it: SQLite would play it into the new one.
  for (const end of ['', '-wal', '-shm']) if (existsSync(target + end)) await rename(target + end, aside + end);
  await rename(part, target);
  return { counts: checkSqlite(target).counts, keptAs: isThere ? aside : undefined };
}

async function restoreIntoPostgres(url: string, file: string, now: Instant): Promise<Restored> {
  const keptAs = (await hasOurTables(url)) ? `motcua_before_${fileTime(now).replaceAll('-', '_')}` : undefined;
  await restorePostgres(url, file, keptAs);
  const after = await readPostgres(url);
  if (after === undefined) throw new Error('the restored database has no tables');
  return { counts: after.counts, keptAs };
}

/** A restore into a place of its own: opened with this build, every chain and the counts verified, reported, removed. The running database is not touched. */
import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresStore } from '../db/postgres-store.ts';
import { createSqliteStore } from '../db/sqlite-store.ts';
import { sqliteFileName } from '../db/open-store.ts';
import type { Store } from '../db/store.ts';
import { keepingTexts as texts } from '../texts/keeping.ts';
import { needRoom, readManifest } from './backup-files.ts';
import { type Database, engineOf } from './backup.ts';
import { createDatabaseBeside, restorePostgres } from './postgres-database.ts';
import { KeepingProblem } from './problem.ts';
import { checkBackup } from './restore.ts';
import { type Verified, verifyLog } from './verify-log.ts';

/** Throws `KeepingProblem` where the backup could not be relied upon. */
export async function rehearse(database: Database, file: string): Promise<Verified> {
  await checkBackup(file, engineOf(database));
  const { databaseUrl } = database;
  const verified = databaseUrl === undefined ? await onSqlite(file) : await onPostgres(databaseUrl, file);
  const expected = (await readManifest(file))?.counts.events;
  if (expected !== undefined && expected !== verified.counts.events)
    throw new KeepingProblem(texts.countsDiffer(expected, verified.counts.events));
  if (verified.broken.length > 0) throw new KeepingProblem(texts.chainsBroken(verified.broken));
  return verified;
}

async function onSqlite(file: string): Promise<Verified> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-rehearsal-'));
  try {
    await needRoom(folder, (await stat(file)).size * 2);
    await copyFile(file, join(folder, sqliteFileName));
    return await verifyAndClose(await createSqliteStore(join(folder, sqliteFileName)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onPostgres(url: string, file: string): Promise<Verified> {
  const beside = await createDatabaseBeside(url, `motcua_rehearsal_${randomBytes(4).toString('hex')}`);
  try {
    await restorePostgres(beside.url, file, undefined);
    return await verifyAndClose(await createPostgresStore({ url: beside.url }));
  } finally {
    await beside.drop();
  }
}

async function verifyAndClose(store: Store): Promise<Verified> {
  try {
    return await verifyLog(store);
  } finally {
    await store.close();
  }
}

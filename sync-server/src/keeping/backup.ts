/** One backup: written beside its name, checked, given its name and manifest, and then what is too old goes. Runs beside the server. */
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Config } from '../config.ts';
import { sqliteFileName } from '../db/open-store.ts';
import { fileTime, isoWithOffset } from '../iso-time.ts';
import { createBuild } from '../log/build.ts';
import { keepingTexts as texts } from '../texts/keeping.ts';
import {
  type Backup,
  type Engine,
  extensionOf,
  finishBackup,
  listBackups,
  needFreeName,
  needRoom,
  needWritableFolder,
  removeBackup,
} from './backup-files.ts';
import { dumpPostgres } from './postgres-database.ts';
import { KeepingProblem } from './problem.ts';
import { codeOf } from '../problems.ts';
import { type Keep, outdated } from './retention.ts';
import { copyInOwnProcess } from './sqlite-files.ts';

export type Database = Pick<Config, 'dataDir' | 'databaseUrl'>;

export function engineOf({ databaseUrl }: Database): Engine {
  return databaseUrl === undefined ? 'sqlite' : 'postgresql';
}

export interface Kept extends Backup {
  /** Backups removed because they were too old. */
  readonly removed: number;
}

/** Into a folder, under a name made of the time, as the schedule does it. `keep` undefined: nothing is removed. */
export async function backUpInto(database: Database, folder: string, now: Instant, keep: Keep | undefined): Promise<Kept> {
  const backup = await backUpAs(database, join(folder, `motcua-${fileTime(now)}${extensionOf[engineOf(database)]}`), now);
  if (keep === undefined) return { ...backup, removed: 0 };
  const old = outdated(await listBackups(folder), keep);
  for (const each of old) await removeBackup(each);
  return { ...backup, removed: old.length };
}

/** Under a name of the caller's choice, which must be free. Throws `KeepingProblem`, and leaves nothing half-written. */
export async function backUpAs(database: Database, file: string, now: Instant): Promise<Backup> {
  const folder = dirname(file);
  await needWritableFolder(folder);
  await needFreeName(file);
  const part = `${file}.part`;
  // What a killed backup left behind.
  await rm(part, { force: true });
  try {
    const { counts, schema } = await write(database, folder, part);
    const facts = { engine: engineOf(database), at: isoWithOffset(now), build: createBuild().mark, schema, counts };
    return { path: file, manifest: await finishBackup(part, file, facts) };
  } catch (fault) {
    await rm(part, { force: true });
    if (codeOf(fault) === 'ENOSPC') throw new KeepingProblem(texts.noRoom(folder));
    if (codeOf(fault) === 'EEXIST') throw new KeepingProblem(texts.exists(file));
    throw fault;
  }
}

async function write({ dataDir, databaseUrl }: Database, folder: string, part: string) {
  if (databaseUrl !== undefined) return dumpPostgres(databaseUrl, part);
  const source = join(dataDir, sqliteFileName);
  if (!existsSync(source)) throw new KeepingProblem(texts.noDatabase(source));
  await needRoom(folder, (await stat(source)).size);
  return copyInOwnProcess(source, part);
}

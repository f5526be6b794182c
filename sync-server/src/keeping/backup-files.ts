/**
 * What a backup is on disk: one file (`.db` or `.dump`) and beside it a manifest that says what is in it. The manifest is written last, so a file
 * without one is not a finished backup.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, open, readFile, readdir, rename, stat, statfs, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { KeepingProblem } from './problem.ts';
import { codeOf, reasonOf } from '../problems.ts';
import { keepingTexts as texts } from '../texts/keeping.ts';

const count = z.number().int().nonnegative();

const manifestSchema = z.object({
  format: z.literal(1),
  engine: z.enum(['sqlite', 'postgresql']),
  file: z.string(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** ISO 8601 with offset. */
  at: z.string(),
  /** Mark of the build that made it (`log/build.ts`). */
  build: z.string(),
  /** Time of the newest migration it has. */
  schema: count,
  counts: z.object({ events: count, dossiers: count, devices: count }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Counts = Manifest['counts'];
export type Engine = Manifest['engine'];

export interface Backup {
  readonly path: string;
  readonly manifest: Manifest;
}

export const extensionOf: Readonly<Record<Engine, string>> = { sqlite: '.db', postgresql: '.dump' };
const finishedName = /^motcua-\d{4}-\d{2}-\d{2}-\d{6}\.(?:db|dump)$/;

export function manifestPath(file: string): string {
  return file.replace(/(?:\.db|\.dump)?$/, '.json');
}

/** A folder that is not there is never made: it may be a disk that is not mounted. */
export async function needWritableFolder(folder: string): Promise<void> {
  const info = await stat(folder).catch((fault: unknown) => {
    throw new KeepingProblem(codeOf(fault) === 'ENOENT' ? texts.folderMissing(folder) : texts.folderDenied(folder, reasonOf(fault)));
  });
  if (!info.isDirectory()) throw new KeepingProblem(texts.folderIsFile(folder));
  // The rights alone do not tell (root, read-only disks): a file is made and removed.
  const probe = join(folder, `.motcua-${process.pid}.tmp`);
  try {
    await access(folder, constants.W_OK);
    await writeFile(probe, '', { flag: 'wx' });
    await unlink(probe);
  } catch (fault) {
    throw new KeepingProblem(codeOf(fault) === 'ENOSPC' ? texts.noRoom(folder) : texts.folderDenied(folder, reasonOf(fault)));
  }
}

export async function needRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes) throw new KeepingProblem(texts.notEnoughRoom(folder, bavail * bsize, bytes));
}

export async function needFreeName(file: string): Promise<void> {
  const isTaken = await Promise.all([file, manifestPath(file)].map((path) => access(path).then(yes, no)));
  if (isTaken.includes(true)) throw new KeepingProblem(texts.exists(file));
}

/** Gives the written part its name and its manifest, both safe on disk; nothing that is there is written over. */
export async function finishBackup(
  part: string,
  file: string,
  facts: Omit<Manifest, 'format' | 'file' | 'bytes' | 'sha256'>,
): Promise<Manifest> {
  await syncFile(part);
  const manifest: Manifest = { format: 1, file: basename(file), bytes: (await stat(part)).size, sha256: await hashFile(part), ...facts };
  // The name is taken first: of two that want it one fails.
  await (await open(file, 'wx')).close();
  await rename(part, file);
  await writeFile(manifestPath(file), `${JSON.stringify(manifest, undefined, 2)}\n`, { flag: 'wx', flush: true });
  return manifest;
}

/** Undefined where there is none. */
export async function readManifest(file: string): Promise<Manifest | undefined> {
  const text = await readFile(manifestPath(file), 'utf8').catch((fault: unknown) => {
    if (codeOf(fault) === 'ENOENT') return undefined;
    throw new KeepingProblem(texts.cannotRead(manifestPath(file), reasonOf(fault)));
  });
  if (text === undefined) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new KeepingProblem(texts.manifestWrong(manifestPath(file)));
  }
}

/** Finished backups in the folder, newest first. Files that are not ours, or have no manifest, are not there for us. */
export async function listBackups(folder: string): Promise<readonly Backup[]> {
  const names = (await readdir(folder)).filter((name) => finishedName.test(name));
  const found: Backup[] = [];
  for (const name of names.toSorted().toReversed()) {
    const path = join(folder, name);
    const manifest = await readManifest(path).catch(none);
    if (manifest !== undefined) found.push({ path, manifest });
  }
  return found;
}

export async function removeBackup({ path }: Backup): Promise<void> {
  await unlink(path);
  await unlink(manifestPath(path));
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}

function none(): undefined {
  return undefined;
}

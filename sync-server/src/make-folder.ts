/** Makes a folder and those above it. Node's own recursive way never ends where a file system (`/proc`) says "not there" of a folder whose parent is there. */
import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './problems.ts';

/** Throws what the system says where it cannot be made, or is a file. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (problem) {
    if (codeOf(problem) === 'EEXIST' && statSync(folder).isDirectory()) return;
    const parent = dirname(folder);
    if (codeOf(problem) !== 'ENOENT' || parent === folder || existsSync(parent)) throw problem;
    await makeFolder(parent);
    await makeFolder(folder);
  }
}

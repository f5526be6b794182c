/** Builds the PWA when there is none or a source is newer than it. Part of `npm start`, `npm test` and the end-to-end runs. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'client/dist/index.html');
const sources = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/package.json',
  'shared/src',
  'sync-server/src/api.ts',
  'package-lock.json',
];

export function buildIfStale(options: { readonly force: boolean } = { force: false }): void {
  const builtAt = modifiedMs(built);
  if (!options.force && builtAt !== undefined && !sources.some((source) => hasNewer(join(root, source), builtAt))) return;
  process.stdout.write('Building the app …\n');
  // Vite's own entry file under this very Node: no shell, no .cmd shims, the same on Windows.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'client'), stdio: 'inherit' });
  if (result.status !== 0) {
    process.stderr.write('\nThe app could not be built; the messages above say why.\n');
    process.exit(1);
  }
}

function modifiedMs(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Test files do not end up in the build, so they do not make it stale. */
function hasNewer(path: string, thanMs: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (!stat.isDirectory()) return stat.mtimeMs > thanMs && !/\.test\.tsx?$/.test(path);
  if (path.endsWith('generated')) return false;
  return readdirSync(path).some((name) => hasNewer(join(path, name), thanMs));
}

if (import.meta.main) buildIfStale({ force: process.argv.includes('--force') });

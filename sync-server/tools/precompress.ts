/**
 * `node sync-server/tools/precompress.ts [folder]`: writes `.br` and `.gz` siblings of the built app's text files, run by the build. The server sends them
 * as they are, so the best compression costs nothing at run time.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../client/dist'));
const packable = new Set(['.html', '.js', '.mjs', '.css', '.json', '.webmanifest', '.svg', '.wasm', '.txt', '.map']);
const bytesMin = 1_024;

let before = 0;
let after = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !packable.has(extname(entry.name))) continue;
  const bytes = readFileSync(path);
  // Siblings of an earlier build must not outlive their file's content.
  rmSync(`${path}.br`, { force: true });
  rmSync(`${path}.gz`, { force: true });
  if (bytes.length < bytesMin) continue;
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  before += bytes.length;
  after += brotli.length;
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
process.stdout.write(`${folder}: ${Math.round(before / 1024)} kB, ${Math.round(after / 1024)} kB packed\n`);

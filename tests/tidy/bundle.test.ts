/** Hard budgets of the built app: what a commune's line has to carry before the first screen, and the cache a tablet fills once. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from './imports.ts';

const dist = join(root, 'client/dist');
const firstLoadBytesMax = 300_000;
const cacheBytesMax = 6_000_000;

describe('bundle', () => {
  it('[T40] the page with its scripts, styles and fonts stays within the budget, compressed', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|woff2))"/g)].map((match) => match[1] as string);
    expect(files.length).toBeGreaterThan(1);
    const styles = files.filter((file) => file.endsWith('.css')).map((file) => readFileSync(join(dist, file), 'utf8'));
    // Fonts of the first screen: the interface's own, not the printed forms'.
    const fonts = new Set(
      styles.flatMap((css) => [...css.matchAll(/\/(assets\/be-vietnam-pro[^)"']+\.woff2)/g)].map((match) => match[1] as string)),
    );
    const bytes = [...files, 'index.html'].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(dist, file))).length, 0);
    const fontBytes = [...fonts].reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
    expect(bytes + fontBytes).toBeLessThanOrEqual(firstLoadBytesMax);
  });

  it('[T41] everything a device caches for work without a network stays small', () => {
    const sizes = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name) && !entry.parentPath.includes('bench-page'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(cacheBytesMax);
  });
});

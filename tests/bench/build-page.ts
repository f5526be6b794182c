/** Bundles the bench page with the same bundler as the app. */
import { resolve } from 'node:path';
import { build } from 'vite';

const folder = resolve(import.meta.dirname, 'page');

export async function buildPage(outDir: string): Promise<void> {
  await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'warn',
    define: { __APP_VERSION__: '"bench"' },
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 },
  });
}

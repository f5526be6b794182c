/** Build of the PWA: one app, screens by role. The service worker is our own (`src/sw.ts`); updates wait for the officer's word. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifestTexts } from './src/texts/manifest.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as { readonly version: string };

const devServer = `http://127.0.0.1:${process.env['PORT']?.trim() || '8787'}`;

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  root: import.meta.dirname,
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      registerType: 'prompt',
      // Registration is in `app/service-worker.ts`, where the update gate is.
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,woff2,wasm,svg,png,webmanifest}'],
        // The bar-code decoder's wasm is larger than the 2 MB default, and must work offline.
        maximumFileSizeToCacheInBytes: 8_000_000,
      },
      manifest: {
        id: '/',
        name: manifestTexts.name,
        short_name: manifestTexts.shortName,
        description: manifestTexts.description,
        lang: 'vi',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        orientation: 'any',
        background_color: '#fbfaf8',
        theme_color: '#0b5c6b',
        categories: ['government', 'productivity'],
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        shortcuts: [
          { name: manifestTexts.takeIn, url: '/tiep-nhan' },
          { name: manifestTexts.register, url: '/so-theo-doi' },
        ],
      },
    }),
    precompress(),
  ],
  build: {
    target: 'es2022',
    // Fonts and icons stay files of their own: cached for ever by name, and allowed by a strict content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  // The development server runs beside the real one, which listens where PORT says.
  server: { proxy: { '/api': devServer, '/tra-cuu': devServer } },
});

/** Writes `.br` and `.gz` beside every text file, so that the server sends ready bytes. Runs last, after the service worker is written. */
function precompress(): Plugin {
  const packable = new Set(['.html', '.js', '.css', '.svg', '.wasm', '.webmanifest', '.txt']);
  const worthBytesMin = 1024;
  let folder = '';
  const packAll = (directory: string): void => {
    for (const name of readdirSync(directory)) {
      const path = join(directory, name);
      if (statSync(path).isDirectory()) packAll(path);
      else if (packable.has(extname(name)) && statSync(path).size >= worthBytesMin) {
        const bytes = readFileSync(path);
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
        );
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    }
  };
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: { order: 'post', sequential: true, handler: () => packAll(folder) },
  };
}

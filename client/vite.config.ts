/** Build of the PWA: one app, screens by role. The service worker is our own (`src/sw.ts`); updates wait for the officer's word. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
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
        name: 'Một Cửa – tiếp nhận và trả kết quả',
        short_name: 'Một Cửa',
        description: 'Bộ phận một cửa cấp xã: tiếp nhận, theo dõi và trả kết quả hồ sơ, làm việc được khi mất mạng.',
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
          { name: 'Tiếp nhận hồ sơ', url: '/tiep-nhan' },
          { name: 'Sổ theo dõi hồ sơ', url: '/so-theo-doi' },
        ],
      },
    }),
  ],
  build: {
    target: 'es2022',
    // Fonts and icons stay files of their own: cached for ever by name, and allowed by a strict content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
});

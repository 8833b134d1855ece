import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { firstScreen } from './scripts/build/first-screen.js';
import { hostedPage } from './scripts/build/hosted-page.js';
import { plainDynamicImports } from './scripts/build/plain-dynamic-imports.js';
import { templates } from './scripts/build/templates.js';
import { phoneMetadataPlugin } from './scripts/phone-metadata-plugin.js';

const entry = fileURLToPath(new URL('src/hosted.ts', import.meta.url));

/** The hosted page: `dist/hosted`, complete with everything it needs. `vite.lib.config.ts` builds the package. */
export default defineConfig({
  publicDir: false,
  plugins: [templates(), phoneMetadataPlugin(), plainDynamicImports(), hostedPage()],
  build: {
    outDir: 'dist/hosted',
    emptyOutDir: true,
    manifest: true,
    // Android 11's web view starts at Chromium 83.
    target: ['chrome83', 'firefox115', 'safari14'],
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [firstScreen(entry), { name: 'client', test: /src[\\/]client[\\/]/ }] } },
    },
  },
});

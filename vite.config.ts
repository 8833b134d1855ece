import { defineConfig } from 'vite';
import { hostedPage, servedPage } from './scripts/build/hosted-page.js';
import { plainDynamicImports } from './scripts/build/plain-dynamic-imports.js';
import { templates } from './scripts/build/templates.js';
import { phoneMetadataPlugin } from './scripts/phone-metadata-plugin.js';

/**
 * One chunk for everything that the entry needs at once. Left alone, the bundler gives every module that a lazy chunk shares
 * with the entry a chunk of its own, and the first screen waits for a dozen small files.
 */
const firstScreen = { name: 'first-screen', tags: ['$initial' as const] };

/**
 * What asks the server, in one chunk: a page without server data waits for it. The calls themselves come with what makes them, and
 * sections of the settings with the screens that read them.
 */
const client = { name: 'client', test: /src[\\/]client[\\/](?!endpoints[\\/](?!well-known)|schemas[\\/])/ };

/** The hosted page: `dist/hosted`, complete with everything it needs. `vite.lib.config.ts` builds the package. */
export default defineConfig({
  publicDir: false,
  plugins: [templates(), phoneMetadataPlugin(), plainDynamicImports(), hostedPage(), servedPage()],
  build: {
    outDir: 'dist/hosted',
    emptyOutDir: true,
    manifest: true,
    // Parses from Chromium 80, Firefox 74 and Safari 13.1 on. Naming browsers instead takes every `?.` apart, for a fault of
    // Chromium before 91 that we do not meet: 0.5 kB.
    target: 'es2020',
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [firstScreen, client] } },
    },
  },
});

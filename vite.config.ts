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

/** What asks the server: a page without server data waits for it before its first screen. */
const client = { name: 'client', test: /src[\\/]client[\\/](?!endpoints[\\/](?!well-known)|schemas[\\/])/ };

/**
 * What the first screen of some tenants needs before the app is there: phone numbers, the checkbox for the terms. Before `app` in the
 * list, because a group takes what its modules import.
 */
const early = { name: 'early', test: /src[\\/]elements[\\/](identifier-field[\\/]phone-input|terms-checkbox)/ };

/** Every later step of the usual journeys, so that none of them waits for a file: commands, outcomes, screens and their words. */
const app = {
  name: 'app',
  test: /src[\\/](flow[\\/]run-command|screens[\\/](?!profile-)|localization[\\/]problem-messages|app[\\/](dialog-texts|problem-text|slow-request)|elements[\\/]code-field[\\/]code-in)/,
};

/** What few tenants or few people need. */
const extras = [
  { name: 'country-list', test: /src[\\/]elements[\\/]country-list[\\/]/ },
  { name: 'third-parties', test: /src[\\/](app[\\/]third-parties|platform[\\/](captcha|google-one-tap))/ },
  { name: 'native', test: /src[\\/](platform[\\/]native-bridge|flow[\\/]social[\\/]provider-pages)/ },
  { name: 'embedded-page', test: /src[\\/](app[\\/](embedded-page|preview)|platform[\\/]in-memory)/ },
  { name: 'profile', test: /src[\\/](screens[\\/]profile-|elements[\\/]profile-field[\\/])/ },
  { name: 'avatar', test: /src[\\/]elements[\\/]avatar-field[\\/]/ },
];

/** Short: every name stands in the import map of the HTML, and most stand in the first file. 36 bits tell a file from its last version. */
const fileNames = {
  entryFileNames: 'assets/[name]-[hash:6].js',
  chunkFileNames: 'assets/[name]-[hash:6].js',
};

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
      output: { ...fileNames, codeSplitting: { groups: [firstScreen, client, early, app, ...extras] } },
    },
  },
});

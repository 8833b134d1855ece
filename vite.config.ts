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

/**
 * What is wanted together comes together: each file is a request, a name in the files that import it and a hash in the HTML, which
 * is more than most of these modules weigh.
 */
const together = [
  { name: 'terms-checkbox', test: /src[\\/]elements[\\/]terms-checkbox[\\/]/ },
  {
    name: 'profile-input',
    test: /src[\\/]elements[\\/]profile-field[\\/](profile-(input|texts)|date-format|check-value)/,
  },
  { name: 'embedded-page', test: /src[\\/](app[\\/]embedded-page|platform[\\/]in-memory)/ },
  { name: 'enterprise-sso', test: /src[\\/]screens[\\/](single-sign-on|sso-)/ },
  { name: 'other-account', test: /src[\\/](screens[\\/](social-link|switch-account)|elements[\\/]templates[\\/]account-card)/ },
  {
    name: 'screen-parts',
    test: /src[\\/](client[\\/]schemas|elements[\\/]templates|flow[\\/]policy|localization|screens)[\\/]/,
    minShareCount: 2,
    maxModuleSize: 2_000,
  },
  // After `screen-parts`: a group takes what its modules import, and a screen should need neither the client nor phone numbers.
  { name: 'phone-input', test: /src[\\/]elements[\\/](identifier-field[\\/]phone-input|country-list[\\/]countries)/ },
  { name: 'third-parties', test: /src[\\/](app|platform)[\\/](captcha|one-tap|google-one-tap|script-loader|script-policy)/ },
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
      output: { ...fileNames, codeSplitting: { groups: [firstScreen, client, ...together] } },
    },
  },
});

import minifyTemplates from '@lit-labs/rollup-plugin-minify-html-literals';
import { defineConfig } from 'vite';
import { firstScreen, plainDynamicImports } from './scripts/build/first-screen.js';
import { hostedPage } from './scripts/build/hosted-page.js';
import { phoneMetadataPlugin } from './scripts/phone-metadata-plugin.js';

const { plugin: collectFirstScreen, belongs } = firstScreen();

/** The hosted page: `dist/hosted`, complete with everything it needs. `vite.lib.config.ts` builds the package. */
export default defineConfig({
  publicDir: false,
  plugins: [
    {
      // Without closing slashes sibling <path/>s of an svg template would end up inside each other.
      ...minifyTemplates({ failOnError: true, options: { minifyOptions: { keepClosingSlash: true } } }),
      apply: 'build',
    },
    phoneMetadataPlugin(),
    plainDynamicImports(),
    collectFirstScreen,
    hostedPage(),
  ],
  build: {
    outDir: 'dist/hosted',
    emptyOutDir: true,
    manifest: true,
    // Android 11's web view starts at Chromium 83.
    target: ['chrome83', 'firefox115', 'safari14'],
    // Its polyfill would be a second inline script, and there is nothing to preload: the first screen is one file.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'sign-in-experience', test: belongs }] } },
    },
  },
});

import { defineConfig } from 'vite';
import { templates } from './scripts/build/templates.js';

/**
 * The npm package: `dist/`, one file for each module, dependencies left to the consumer, so that a page that has Lit already
 * loads it once and bundlers drop what is not used. @lit/localize is the exception: it can be configured once for each copy, and
 * a page may want it for its own texts (docs/decisions/0023-lit-localize-at-run-time.md).
 */
export default defineConfig({
  publicDir: false,
  plugins: [templates()],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: ['src/index.ts', 'src/define.ts', 'src/client/index.ts', 'src/flow/index.ts', 'src/platform/index.ts'],
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => /^[a-z@]/i.test(id) && !/^[a-z]:[\\/]/i.test(id) && id !== '@lit/localize',
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm publishes no folder of the name node_modules.
        entryFileNames: ({ name }) => `${name.replace('node_modules/@lit/localize', 'localization/lit-localize')}.js`,
      },
    },
  },
});

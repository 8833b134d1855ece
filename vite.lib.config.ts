import { defineConfig } from 'vite';
import { templates } from './scripts/build/templates.js';

/**
 * The npm package: `dist/`, one file for each module, dependencies left to the consumer, so that a page that has Lit already
 * loads it once and bundlers drop what is not used.
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
      external: (id) => /^[a-z@]/i.test(id) && !/^[a-z]:[\\/]/i.test(id),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entries = ['demo-app', 'inbox', 'landing', 'native-return', 'native-sdk', 'native-shell', 'sign-out'];

/** Bundles the browser scripts of the demo's own pages. Answers their text by file name, e.g. `inbox.js`. */
export const bundleScripts = async (): Promise<ReadonlyMap<string, string>> => {
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => fileURLToPath(new URL(`browser/${name}.ts`, import.meta.url))),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    outdir: '/',
    write: false,
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
};

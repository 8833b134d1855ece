import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const modules = ['demo-app', 'inbox', 'landing', 'native-return', 'native-sdk', 'native-shell', 'sign-out'];

/** Loaded without `type=module`, as what they stand in for. */
const classics = ['google-one-tap', 'google-select', 'recaptcha', 'reroute', 'turnstile'].map((name) => `third-party/${name}`);

const bundle = async (entries: readonly string[], format: 'esm' | 'iife'): Promise<readonly [string, string][]> => {
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => fileURLToPath(new URL(`browser/${name}.ts`, import.meta.url))),
    bundle: true,
    format,
    target: 'es2022',
    minify: true,
    outdir: '/',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, text }) => [basename(path), text]);
};

/** Bundles the browser scripts of the demo's own pages and of the stand-ins. Answers their text by file name, e.g. `inbox.js`. */
export const bundleScripts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await bundle(modules, 'esm')), ...(await bundle(classics, 'iife'))]);

/** Builds the hosted page into `dist/hosted`, and beside it `dist/hosted-manifest.json`, the list of its chunks. */
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { filesBelow, lastChange, root } from '../files.js';
import { inlineSources } from './content-security-policy.js';
import { precompress } from './hosted-page.js';

/** Absolute path of the built page. */
export const hostedFolder = path.join(root, 'dist/hosted');
/** Absolute path of the manifest in Vite's format. */
export const hostedManifest = path.join(root, 'dist/hosted-manifest.json');

/** @returns {Promise<{ scripts: string[] }>} sources that allow the inline script and the import map, for `script-src` */
export async function buildHosted() {
  // Built aside, so that nobody is served a half.
  const outDir = path.join(root, `dist/hosted-${String(process.pid)}`);
  await build({ configFile: path.join(root, 'vite.config.ts'), root, logLevel: 'warn', build: { outDir } });
  await precompress(outDir);
  await rm(hostedFolder, { recursive: true, force: true });
  // The manifest goes out of the folder: any name at its top is a name that the server does not route.
  await rename(path.join(outDir, '.vite/manifest.json'), hostedManifest);
  await rm(path.join(outDir, '.vite'), { recursive: true });
  await rename(outDir, hostedFolder);
  return { scripts: inlineSources(await readFile(path.join(hostedFolder, 'index.html'), 'utf8'), 'script') };
}

/** Builds unless the last build is newer than every file that goes into it. */
export async function ensureHostedBuild() {
  const sources = [
    ...['index.html', 'package-lock.json', 'vite.config.ts'],
    ...filesBelow('scripts/build'),
    ...filesBelow('src', (file) => !file.endsWith('.test.ts')),
  ];
  if (existsSync(hostedManifest) && lastChange(['dist/hosted-manifest.json']) > lastChange(sources)) return;
  console.log('building dist/hosted …');
  await buildHosted();
}

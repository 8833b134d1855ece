/** Builds the npm package into `dist`: modules, types and the custom elements manifest. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { filesBelow, lastChange, root } from '../files.js';
import { analyze } from './manifest.js';

/** TypeScript keeps `./x.ts` in declarations; consumers have `./x.js`. */
const relativeTs = /((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]*)\.ts(['"])/g;

/** @param {string} declaration */
export function withJsSpecifiers(declaration) {
  return declaration.replace(relativeTs, '$1.js$2');
}

async function emitTypes() {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The types do not compile.');
  for (const file of filesBelow('dist', (name) => name.endsWith('.d.ts'))) {
    const absolute = path.join(root, file);
    await writeFile(absolute, withJsSpecifiers(await readFile(absolute, 'utf8')));
  }
}

export async function buildPackage() {
  await build({ configFile: path.join(root, 'vite.lib.config.ts'), root, logLevel: 'warn' });
  await emitTypes();
  await writeFile(path.join(root, 'dist/custom-elements.json'), `${JSON.stringify(await analyze(), undefined, 2)}\n`);
}

/** Builds unless the last build is newer than every file that goes into it. */
export async function ensurePackageBuild() {
  const sources = [
    ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.lib.config.ts', 'custom-elements-manifest.config.js'],
    ...filesBelow('src', (file) => !file.endsWith('.test.ts')),
  ];
  const manifest = 'dist/custom-elements.json';
  if (existsSync(path.join(root, manifest)) && lastChange([manifest]) > lastChange(sources)) return;
  await buildPackage();
}

/**
 * `npm run size`: weighs the hosted page against `size-budgets.json`, in brotli bytes. Fails when something is over its limit, and
 * when it is much heavier or lighter than recorded, so that weight changes on purpose: `npm run size -- --record` writes the
 * numbers down, for a reviewer to see.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ensureHostedBuild } from './build/hosted.js';
import { root } from './files.js';
import { compareWeights } from './measure/budgets.js';
import { lazyChunks } from './measure/chunks.js';
import { integrityBytes, measureFirstScreen } from './measure/first-screen.js';

const file = path.join(root, 'size-budgets.json');
const budgets = JSON.parse(readFileSync(file, 'utf8'));

await ensureHostedBuild();
const withData = await measureFirstScreen({ ssr: true });
const withoutData = await measureFirstScreen({ ssr: false });
const weights = [
  { name: 'first screen', kind: 'first screen', bytes: withData.usable },
  { name: 'first screen and what it fetches ahead', kind: '', bytes: withData.idle },
  { name: 'first screen where no server puts data in', kind: 'first screen without data', bytes: withoutData.idle },
  { name: 'integrity of all files', kind: 'integrity', bytes: integrityBytes() },
  ...lazyChunks(),
];

if (process.argv.includes('--record')) {
  budgets.recorded = Object.fromEntries(weights.map(({ name, bytes }) => [name, bytes]));
  const text = JSON.stringify(budgets);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }));
}

const compared = compareWeights(weights, budgets);
const width = Math.max(...compared.map(({ name }) => name.length));
const column = (/** @type {string | number} */ value) => String(value).padStart(9);
console.log(`${'brotli bytes'.padEnd(width)}${column('now')}${column('recorded')}${column('limit')}`);
for (const { name, bytes, recorded = '-', limit = '-', problem } of compared) {
  console.log(`${name.padEnd(width)}${column(bytes)}${column(recorded)}${column(limit)}${problem ? `  ${problem}` : ''}`);
}
console.log(`The first screen asks for ${withData.files.join(', ')}.`);
if (compared.some(({ problem }) => problem)) {
  console.error('Weight changed. If it should: npm run size -- --record');
  process.exitCode = 1;
}

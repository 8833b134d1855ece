/**
 * `npm run size`: weighs the hosted page against `size-budgets.json`, in brotli bytes. Fails when something is over its limit, and when
 * it is much heavier or lighter than recorded, so that a reviewer sees the change: `npm run size -- --record` writes the numbers down.
 * That a browser loads no other files than those weighed here is tested in `measure/weights.test.js`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ensureHostedBuild } from './build/hosted.js';
import { root } from './files.js';
import { compareWeights, weigh } from './measure/weights.js';

const file = path.join(root, 'size-budgets.json');
/** @type {import('./measure/weights.js').Budgets} */
const budgets = JSON.parse(readFileSync(file, 'utf8'));

await ensureHostedBuild();
const weights = weigh(budgets.loads);

if (process.argv.includes('--record')) {
  budgets.recorded = Object.fromEntries(weights.map(({ name, bytes }) => [name, bytes]));
  writeFileSync(file, await format(JSON.stringify(budgets), { ...(await resolveConfig(file)), parser: 'json' }));
}

const compared = compareWeights(weights, budgets);
const width = Math.max(...compared.map(({ name }) => name.length));
const column = (/** @type {string | number} */ value) => String(value).padStart(9);
console.log(`${'brotli bytes'.padEnd(width)}${column('now')}${column('recorded')}${column('limit')}`);
for (const { name, bytes, recorded = '-', limit = '-', problem } of compared) {
  console.log(`${name.padEnd(width)}${column(bytes)}${column(recorded)}${column(limit)}${problem ? `  ${problem}` : ''}`);
}
if (compared.some(({ problem }) => problem)) {
  console.error('The weight changed. If that is intended: npm run size -- --record');
  process.exitCode = 1;
}

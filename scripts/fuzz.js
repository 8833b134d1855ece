/**
 * `npm run fuzz`: hostile settings, phrases, answers, addresses and stored values, through the code and through the built page. Ends
 * with an error at the first input that does harm, with what is needed to run that one alone.
 *
 * - `--seed <number>`: where the cases come from; the same seed makes the same cases. `random` takes another one each time.
 * - `--seconds <number>`: goes on with further seeds until so many are over. One whole round is always run. Default 60.
 * - `--cases <number>`: settings in a round; other documents in proportion. Default 100,000.
 * - `--pages <number>`: pages in a round. Default 300.
 * - `--only <code | page | code:settings | code:settings:123 | page:7>`: a part, or one case of a seed.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTarget } from './fuzz/run-code.js';

/** @typedef {import('./fuzz/run-code.js').Finding} Finding */

const { values } = parseArgs({
  options: {
    // Not of the day: a change must not fail for what another one did.
    seed: { type: 'string', default: '20261130' },
    seconds: { type: 'string', default: '60' },
    cases: { type: 'string', default: '100000' },
    pages: { type: 'string', default: '300' },
    only: { type: 'string' },
  },
});

const [part, name, path] = values.only?.split(':') ?? [];
const pathOfCase = part === 'page' ? name : path;
const seed = values.seed === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const cases = Number(values.cases);
const until = Date.now() + Number(values.seconds) * 1_000;
if (![seed, cases, until, Number(values.pages)].every(Number.isSafeInteger))
  throw new Error('Numbers are wanted, see scripts/fuzz.js.');
if (part !== undefined && part !== 'code' && part !== 'page') throw new Error('--only takes code or page, see scripts/fuzz.js.');

/** @param {Finding} finding @param {number} ofSeed */
function report({ target, replay, problem, input, document }, ofSeed) {
  console.error(`
FAILED  ${target}: ${problem}

input     ${input}
document  ${document}

alone     npm run fuzz -- --seed ${String(ofSeed)} --only ${replay}
`);
  process.exitCode = 1;
}

/** The code, in rounds: the first to its end, further ones until the time is over. */
async function fuzzCode() {
  const { targets } = await import('./fuzz/targets.js');
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let round = 0; round === 0 || (Date.now() < until && pathOfCase === undefined); round++) {
    for (const [target, it] of Object.entries(targets)) {
      if (name !== undefined && name !== target) continue;
      const options = {
        seed: seed + round,
        cases: pathOfCase === undefined ? Math.ceil((cases * it.share) / 100_000) : 1,
        path: pathOfCase,
      };
      const { cases: ran, finding } = runTarget(target, it, round > 0 ? { ...options, until } : options);
      counts.set(target, (counts.get(target) ?? 0) + ran);
      if (finding) return report(finding, seed + round);
      if (round > 0 && Date.now() >= until) break;
    }
  }
  if (counts.size === 0) throw new Error(`There is no ${String(name)}.`);
  const number = (/** @type {number} */ count) => count.toLocaleString('en');
  console.log(`code  ${[...counts].map(([target, count]) => `${target} ${number(count)}`).join(', ')}: 0 failures`);
}

async function fuzzPages() {
  const { runPages } = await import('./fuzz/pages.js');
  const { cases: ran, finding } = await runPages({ seed, cases: Number(values.pages), path: pathOfCase });
  if (finding) return report(finding, seed);
  console.log(`page  ${String(ran)} in Chromium: 0 scripts, 0 blank, 0 errors`);
}

/** The code in a process of its own, so that a second core has something to do. */
const inBackground = () =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--seed', String(seed), '--only', 'code']);
    child.on('exit', (code) => {
      if (code !== 0) process.exitCode = 1;
      resolve(undefined);
    });
  });

console.log(`seed ${String(seed)}`);
if (part === 'code') await fuzzCode();
else if (part === 'page') await fuzzPages();
else await Promise.all([inBackground(), fuzzPages()]);

/**
 * `npm run bench [-- --runs 9]`: how long until a person can sign in, compared with a hand-written form without any framework
 * that the same server serves in the same run. Prints a table in Markdown.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildHosted, hostedFolder } from './build/hosted.js';
import { precompress } from './build/hosted-page.js';
import { root } from './files.js';
import { measureHeap } from './measure/heap.js';
import { openHostedSession } from './measure/hosted-session.js';
import { measureLoad } from './measure/load.js';
import { launchBrowser } from './testing/launch.js';

/** @typedef {import('./measure/load.js').Load} Load */

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Math.max(7, Number(values.runs));
const stepChanges = 1000;

/** @param {readonly number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The built page, with the static form among its assets. */
async function preparePages() {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  await cp(hostedFolder, folder, { recursive: true });
  await cp(path.join(root, 'scripts/bench'), path.join(folder, 'assets'), { recursive: true });
  await precompress(folder);
  return folder;
}

await buildHosted();
const pageDirectory = await preparePages();
const inlined = await openHostedSession({ pageDirectory });
const fetched = await openHostedSession({ pageDirectory, ssr: false });
const browser = await launchBrowser('chromium');

/** @type {Record<string, { session: typeof inlined, path?: string, loads: Load[] }>} */
const pages = {
  'static form': { session: inlined, path: '/assets/static-form.html', loads: [] },
  'hosted page, data in the HTML': { session: inlined, loads: [] },
  'hosted page, data fetched': { session: fetched, loads: [] },
};
try {
  // One more than counted: the first of each warms the server up. Taking turns spreads the noise of the machine evenly.
  for (let run = 0; run <= runs; run++) {
    for (const { session, path: staticPath, loads } of Object.values(pages)) {
      const { page, url, close } = await session.arrive(browser);
      const load = await measureLoad(page, staticPath ? session.origin + staticPath : url, 'input[name=identifier]');
      if (run > 0) loads.push(load);
      await close();
    }
  }
  const version = await browser.version();
  const base = median(pages['static form']?.loads.map(({ ready }) => ready) ?? []);
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${version}, median of ${String(runs)} loads with a cold cache: 390×844, 150 ms round trip,
1.6 Mbit/s, processor slowed down 4 times.\n`);
  console.log(
    '| page | usable after | ratio | requests | bytes | script | layout shift |\n| --- | --: | --: | --: | --: | --: | --: |',
  );
  for (const [name, { loads }] of Object.entries(pages)) {
    const of = (/** @type {keyof Load} */ key) => median(loads.map((load) => load[key]));
    const cells = [
      name,
      `${of('ready').toFixed(0)} ms`,
      (of('ready') / base).toFixed(2),
      of('requests'),
      of('bytes'),
      `${of('script').toFixed(0)} ms`,
      of('shift').toFixed(3),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
} finally {
  await browser.close();
  await inlined.close();
  await fetched.close();
  await rm(pageDirectory, { recursive: true });
}

const { before, after } = await measureHeap(stepChanges);
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2);
console.log(`\nHeap before and after ${String(stepChanges)} step changes: ${megabytes(before)} MB, ${megabytes(after)} MB.`);

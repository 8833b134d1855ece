import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureHostedBuild } from '../build/hosted.js';
import { root } from '../files.js';
import { launchBrowser } from '../testing/launch.js';
import { openHostedSession } from './hosted-session.js';
import { compareWeights, filesLoadedWith } from './weights.js';

const limits = { 'first screen': 28_000, extra: 4_000 };

/**
 * @param {number} bytes
 * @param {Record<string, number>} recorded
 */
const problem = (bytes, recorded) =>
  compareWeights([{ name: 'first screen', kind: 'first screen', bytes }], { limits, recorded })[0]?.problem;

describe('the size check', () => {
  it('accepts what is recorded and within its limit', () => {
    assert.equal(problem(27_000, { 'first screen': 27_000 }), undefined);
    assert.equal(problem(27_500, { 'first screen': 27_000 }), undefined);
  });

  it('rejects what is over its limit, recorded or not', () => {
    assert.equal(problem(28_001, { 'first screen': 28_001 }), 'over the limit');
  });

  it('lets a single file have a limit of its own', () => {
    const own = { ...limits, 'late extra': 5_000 };
    const late = (/** @type {number} */ bytes) =>
      compareWeights([{ name: 'late extra', kind: 'extra', bytes }], { limits: own, recorded: { 'late extra': bytes } })[0]
        ?.problem;
    assert.equal(late(4_900), undefined);
    assert.equal(late(5_100), 'over the limit');
  });

  it('rejects what became much heavier or lighter than recorded', () => {
    assert.equal(problem(25_000, { 'first screen': 20_000 }), 'much heavier than recorded');
    assert.equal(problem(20_000, { 'first screen': 25_000 }), 'much lighter than recorded');
  });

  it('rejects what is not recorded, and what is recorded and gone', () => {
    assert.equal(problem(1_000, {}), 'not recorded');
    const compared = compareWeights([], { limits, recorded: { 'old chunk': 900 } });
    assert.deepEqual(compared, [{ name: 'old chunk', kind: '', bytes: 0, recorded: 900, problem: 'gone' }]);
  });
});

/**
 * What Chromium loads of documents, scripts and style sheets until nothing is loading any more.
 * @param {{ ssr: boolean }} options whether the server puts settings and phrases into the document
 * @returns {Promise<string[]>} files in the order of their requests
 */
async function filesLoaded({ ssr }) {
  const session = await openHostedSession({ ssr });
  const browser = await launchBrowser('chromium');
  try {
    const { page, url } = await session.arrive(browser);
    /** @type {string[]} */
    const files = [];
    page.on('request', (request) => {
      if (!['document', 'script', 'stylesheet'].includes(request.resourceType())) return;
      const { pathname } = new URL(request.url());
      files.push(pathname.startsWith('/assets/') ? pathname.slice(1) : 'index.html');
    });
    await page.goto(url);
    await page.waitForSelector('sign-in-experience[data-step] input[name=identifier]');
    await page.waitForSelector('input[name=password]', { visible: true });
    await page.waitForNetworkIdle({ idleTime: 1000 });
    return files;
  } finally {
    await browser.close();
    await session.close();
  }
}

describe('the files that the size check weighs are those that a browser loads', () => {
  /** @type {import('./weights.js').Budgets} */
  const { loads } = JSON.parse(readFileSync(path.join(root, 'size-budgets.json'), 'utf8'));
  const weighed = (/** @type {string} */ name) => filesLoadedWith(loads[name]?.chunks ?? []).sort();
  before(() => ensureHostedBuild());

  for (const [where, ssr, firstScreen] of /** @type {const} */ ([
    ['where the server puts settings and phrases into the document', true, 'first screen'],
    ['where it does not', false, 'first screen where no server puts data in'],
  ])) {
    it(`${where}: those of the first screen, then the app`, async () => {
      const files = await filesLoaded({ ssr });
      const first = weighed(firstScreen);
      assert.deepEqual(files.slice(0, first.length).sort(), first);
      assert.deepEqual([...files].sort(), weighed('usual journeys: first screen and app'));
    });
  }
});

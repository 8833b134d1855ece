/** What index.html says where the page's module cannot be fetched or run, and what it must not take for that. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ensureBrowsers } from './browsers.js';
import { ensureHostedBuild, hostedFolder } from './build/hosted.js';
import { openHostedSession } from './measure/hosted-session.js';
import { launchBrowser } from './testing/launch.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {'fail' | { status?: number, type?: string, body: string, headers?: Record<string, string> }} Answer */

/**
 * @typedef {object} Visit
 * @property {string} [head] put before the page's module
 * @property {string} [body] put at the end
 * @property {Readonly<Record<string, Answer>>} [answers] by path, or by address for other origins
 * @property {Answer} [entry] in place of the page's module
 * @property {(html: string) => string} [change] of the page
 */

const sentence = 'This page cannot be shown. Reload it';
const script = (/** @type {string} */ body) => ({
  body,
  type: 'text/javascript',
  headers: { 'access-control-allow-origin': '*' },
});
const boom = script("throw new Error('boom')");

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('./measure/hosted-session.js').HostedSession} */
let session;
/** @type {string} */
let html;
/** @type {string} Path of the page's module. */
let entryPath;

before(async () => {
  await ensureBrowsers({ wanted: ['chromium'], require: ['chromium'], log: () => {} });
  await ensureHostedBuild();
  [browser, session] = await Promise.all([launchBrowser('chromium'), openHostedSession({ ssr: false })]);
  html = await readFile(path.join(hostedFolder, 'index.html'), 'utf8');
  entryPath = / id="entry"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
});
after(() => Promise.all([browser.close(), session.close()]));

/**
 * Loads the page in the company of others. Its module waits until `release` is called; every sentence of the watchdog is noted.
 * @param {Visit} visit
 * @param {(visited: { page: Page, release: () => void, errors: () => Promise<number>, said: () => Promise<string[]> }) => Promise<void>} use
 */
async function visit({ head = '', body = '', answers = {}, entry, change = (text) => text }, use) {
  const { page, url, close } = await session.arrive(browser);
  const changed = change(
    html.replace('<script type="module"', `${head}<script type="module"`).replace('</body>', `${body}</body>`),
  );
  let release = () => {};
  const released = /** @type {Promise<void>} */ (new Promise((resolve) => (release = resolve)));
  await page.evaluateOnNewDocument((text) => {
    const notes = Object.assign(window, { errors: 0, said: /** @type {string[]} */ ([]) });
    addEventListener('error', () => void (notes.errors += 1), true);
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node.textContent === text) notes.said.push(text);
      }
    }).observe(document, { childList: true, subtree: true });
  }, sentence);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { origin, pathname, search } = new URL(request.url());
    const isOwn = origin === session.origin;
    /** @param {Answer | undefined} answer */
    const give = (answer) => {
      if (!answer) return request.continue();
      if (answer === 'fail') return request.abort('blockedbyclient');
      return request.respond({
        status: answer.status ?? 200,
        contentType: answer.type ?? 'text/html',
        body: answer.body,
        headers: answer.headers ?? {},
      });
    };
    if (request.isNavigationRequest()) return void give({ body: changed });
    if (isOwn && pathname === entryPath && !search) return void released.then(() => give(entry));
    void give(answers[isOwn ? pathname : request.url()]);
  });
  // Modules hold up the end of loading, and this one waits to be released.
  const loading = page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => document.readyState !== 'loading');
  try {
    await use({
      page,
      release,
      errors: () => page.evaluate(() => /** @type {any} */ (window).errors),
      said: () => page.evaluate(() => /** @type {any} */ (window).said),
    });
  } finally {
    release();
    await loading;
    await close();
  }
}

/** @param {Page} page */
const alive = (page) => page.waitForSelector('sign-in-experience[data-step] input[name=identifier]');

/** @param {string} code */
const inline = (code) => `<script>${code}</script>`;
const event = (/** @type {string} */ filename) => inline(`dispatchEvent(new ErrorEvent('error', { filename: ${filename} }))`);

/** What goes wrong around the page before its module is there. The watchdog speaks of the page's own module alone. */
/** @type {Readonly<Record<string, Visit>>} */
const foreign = {
  'an async script that a blocker stops': { head: '<script async src="/vendor.js"></script>', answers: { '/vendor.js': 'fail' } },
  'an async script of the same folder that a blocker stops': {
    head: '<script async src="/assets/analytics.js"></script>',
    answers: { '/assets/analytics.js': 'fail' },
  },
  'an async script elsewhere that a blocker stops': {
    head: '<script async src="https://cdn.example/assets/index.js"></script>',
    answers: { 'https://cdn.example/assets/index.js': 'fail' },
  },
  'a script that is not there': { head: '<script src="/assets/none.js"></script>' },
  'a deferred script that is not there': { head: '<script defer src="/assets/none.js"></script>' },
  'a script of the same folder that throws': {
    head: '<script src="/assets/theirs.js"></script>',
    answers: { '/assets/theirs.js': boom },
  },
  'a script elsewhere that throws': {
    head: '<script src="https://cdn.example/assets/index.js"></script>',
    answers: { 'https://cdn.example/assets/index.js': boom },
  },
  'a script elsewhere that throws and says where': {
    head: '<script crossorigin src="https://cdn.example/assets/index.js"></script>',
    answers: { 'https://cdn.example/assets/index.js': boom },
  },
  'a script that is no script': {
    head: '<script src="/assets/theirs.js"></script>',
    answers: { '/assets/theirs.js': script('function (') },
  },
  'a module of others that is not there': { body: '<script type="module" async src="/assets/theirs.js"></script>' },
  'a module of others that throws': {
    body: '<script type="module" async src="/assets/theirs.js"></script>',
    answers: { '/assets/theirs.js': boom },
  },
  'a module of others that imports what is not there': {
    body: '<script type="module" async src="/assets/theirs.js"></script>',
    answers: { '/assets/theirs.js': script("import './none.js'") },
  },
  'an inline script that throws': { body: inline('undefinedName()') },
  'an inline script that throws before the page’s own': { head: inline('setTimeout(() => undefinedName())') },
  'an inline script that is no script': { body: inline('function (') },
  'an inline module that throws': { body: '<script type="module" async>undefinedName()</script>' },
  'a timer that throws': { body: inline('setTimeout(() => { throw 1 })') },
  'a listener that throws': { body: inline("document.addEventListener('readystatechange', () => undefinedName())") },
  'a picture that is not there': { body: '<img src="/assets/logo.png" alt="">' },
  'a style sheet that is not there': { head: '<link rel="stylesheet" href="/assets/theirs.css">' },
  'a preload that is not there': { head: '<link rel="modulepreload" href="/assets/client-none.js">' },
  'a film that is not there': { body: '<video src="/assets/film.mp4"></video>' },
  'an object that is not there': { body: '<object data="/assets/none.bin"></object><img src="/none.png">' },
  'an extension of Chromium': { body: event("'chrome-extension://abcdef/assets/content.js'") },
  'an extension of Firefox': { body: event("'moz-extension://abcdef/assets/index.js'") },
  'an extension of Safari': { body: event("'safari-web-extension://abcdef/assets/index.js'") },
  'a script of the same name elsewhere': { body: event("'https://cdn.example' + new URL(entry.src).pathname") },
  'a script whose name begins with the same': { body: event("entry.src + '.theirs.js'") },
  'a script of the same name in another folder': { body: event("entry.src.replace('/assets/', '/theirs/assets/')") },
  'a script that says the name in its query': { body: event("'/assets/theirs.js?from=' + entry.src") },
  'a script made of text': { body: event("'blob:' + origin + '/assets/1'") },
  'an error of nowhere': { body: event("''") },
  'an event without anything': { body: inline("dispatchEvent(new Event('error'))") },
  'an event at the document': { body: inline("document.dispatchEvent(new Event('error'))") },
  'an event at the element': { body: inline("document.querySelector('sign-in-experience').dispatchEvent(new Event('error'))") },
  'five at once': { body: '<img src="/none.png" alt="">'.repeat(5) },
};

describe('What others do wrong keeps nothing from starting:', () => {
  for (const [what, company] of Object.entries(foreign)) {
    it(what, () =>
      visit(company, async ({ page, release, errors, said }) => {
        while ((await errors()) === 0) await page.evaluate(() => new Promise(requestAnimationFrame));
        assert.deepEqual(await said(), []);
        release();
        await alive(page);
        assert.deepEqual(await said(), []);
      }),
    );
  }
});

/** @type {Readonly<Record<string, Visit>>} */
const own = {
  'is blocked': { entry: 'fail' },
  'is not there': { entry: { status: 404, body: 'none' } },
  'is a failure of the server': { entry: { status: 502, body: '<h1>Bad Gateway</h1>' } },
  'is the page instead': { entry: { body: '<!doctype html>' } },
  'is no script': { entry: script('function (') },
  'is for younger browsers': { entry: script('let a = 1 |> 2;') },
  throws: { entry: boom },
  'throws later, and has rendered nothing': { entry: script('setTimeout(() => undefinedName())') },
  'imports what is not there': { entry: script("import './none.js'") },
  'is not the one that was built': {
    change: (text) => text.replace('id="entry"', `id="entry" integrity="sha256-${'A'.repeat(43)}="`),
  },
  'is forbidden by a policy': {
    head: `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">`,
  },
};

describe('Where the page’s module', () => {
  for (const [what, trouble] of Object.entries(own)) {
    it(`${what}, that is said beside the element, until the element renders`, () =>
      visit(trouble, async ({ page, release, said }) => {
        release();
        await page.waitForSelector('#app > [role=alert]');
        assert.deepEqual(await said(), [sentence]);
        const link = await page.$eval('#app > [role=alert] a', ({ href, innerText }) => [href, innerText]);
        assert.deepEqual(link, [page.url(), sentence]);
        assert.ok(await page.$('#app > sign-in-experience'));
        // Somebody's script brings it after all. Browsers keep the failure of a module, so a stand-in is as near as one gets.
        await page.evaluate(() => {
          const standIn = class extends HTMLElement {
            connectedCallback() {
              this.append('Sign in');
            }
          };
          customElements.define('sign-in-experience', standIn);
        });
        assert.equal(await page.$('#app > [role=alert]'), null);
      }));
  }

  it('is missing, and others fail too, it is said once', () =>
    visit(
      { entry: 'fail', head: '<script src="/assets/none.js"></script>', body: '<img src="/none.png" alt="">'.repeat(3) },
      async ({ page, release, said }) => {
        release();
        await page.waitForSelector('#app > [role=alert]');
        await page.evaluate(() => {
          const { src } = /** @type {HTMLScriptElement} */ (document.getElementById('entry'));
          for (let count = 0; count < 3; count++) dispatchEvent(new ErrorEvent('error', { filename: src }));
        });
        assert.deepEqual(await said(), [sentence]);
      },
    ));

  it('has rendered, later errors say nothing', () =>
    visit({}, async ({ page, release, said }) => {
      release();
      await alive(page);
      await page.evaluate(() => {
        const { src } = /** @type {HTMLScriptElement} */ (document.getElementById('entry'));
        dispatchEvent(new ErrorEvent('error', { filename: src }));
        document.getElementById('entry')?.dispatchEvent(new Event('error'));
      });
      assert.deepEqual(await said(), []);
    }));

  it('waits for the server, errors say nothing', () =>
    visit({}, async ({ page, release, said }) => {
      await page.evaluate(() => {
        Object.assign(window, { signInExperiencePreload: {}, fetch: () => new Promise(() => {}) });
      });
      release();
      await page.waitForFunction(() => document.querySelector('sign-in-experience')?.firstChild);
      assert.equal(await page.$('sign-in-experience[data-step]'), null);
      await page.evaluate(() => {
        const { src } = /** @type {HTMLScriptElement} */ (document.getElementById('entry'));
        dispatchEvent(new ErrorEvent('error', { filename: src }));
      });
      assert.deepEqual(await said(), []);
    }));
});

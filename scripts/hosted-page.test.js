/** The page before its module runs: what index.html itself does, in a browser. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ensureBrowsers } from './browsers.js';
import { ensureHostedBuild, hostedFolder } from './build/hosted.js';
import { openHostedSession } from './measure/hosted-session.js';
import { launchBrowser } from './testing/launch.js';

/** @typedef {import('./measure/hosted-session.js').HostedSession} HostedSession */
/** @type {import('puppeteer-core').Browser} */
let browser;

before(async () => {
  await ensureBrowsers({ wanted: ['chromium'], require: ['chromium'], log: () => {} });
  await ensureHostedBuild();
  browser = await launchBrowser('chromium');
});
after(() => browser.close());

/**
 * @param {Parameters<typeof openHostedSession>[0]} options
 * @param {(session: HostedSession) => Promise<void>} use
 */
const withSession = (options, use) => async () => {
  const session = await openHostedSession(options);
  try {
    await use(session);
  } finally {
    await session.close();
  }
};

/**
 * Loads the page without its module.
 * @param {HostedSession} session
 * @param {{ dark?: boolean, userAgent?: string }} [device]
 */
async function firstPaint(session, { dark = false, userAgent } = {}) {
  const { page, url, close } = await session.arrive(browser);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  if (userAgent) {
    await page.setUserAgent({ userAgent });
    // Only Chromium has client hints, and they would go on telling the truth.
    await page.evaluateOnNewDocument(() => Object.defineProperty(Navigator.prototype, 'userAgentData', { value: undefined }));
  }
  await page.setRequestInterception(true);
  page.on('request', (request) => void (request.url().includes('/assets/') ? request.abort() : request.continue()));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const look = await page.evaluate(() => ({
    device: document.body.className,
    theme: document.documentElement.dataset['theme'],
    scheme: getComputedStyle(document.documentElement).colorScheme,
    margin: getComputedStyle(document.body).margin,
    background: getComputedStyle(document.documentElement).backgroundColor,
    brand: document.body.style.getPropertyValue('--color-brand-default'),
  }));
  await close();
  return look;
}

const color = { primaryColor: '#123456', darkPrimaryColor: '#abcdef', isDarkModeEnabled: true };
const light = 'rgb(247, 247, 248)';
const dark = 'rgb(13, 13, 15)';

describe('Before the module runs, the page', () => {
  it(
    'has the theme that the tenant and the system agree on',
    withSession({}, async (session) => {
      await session.set({ color });
      assert.deepEqual(await firstPaint(session, { dark: true }), {
        device: 'desktop',
        theme: 'dark',
        scheme: 'dark',
        margin: '0px',
        background: dark,
        brand: '#abcdef',
      });
      const bright = await firstPaint(session);
      assert.deepEqual([bright.theme, bright.background, bright.brand], ['light', light, '#123456']);
      await session.set({ color: { ...color, isDarkModeEnabled: false } });
      const forced = await firstPaint(session, { dark: true });
      assert.deepEqual([forced.theme, forced.scheme, forced.background], ['light', 'light', light]);
    }),
  );

  it(
    'knows a phone',
    withSession({}, async (session) => {
      const userAgent =
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';
      assert.equal((await firstPaint(session, { userAgent })).device, 'mobile');
    }),
  );

  it(
    'follows the system alone where the server put no settings in',
    withSession({ ssr: false }, async (session) => {
      const { theme, background } = await firstPaint(session, { dark: true });
      assert.deepEqual([theme, background], [undefined, dark]);
      assert.equal((await firstPaint(session)).background, light);
    }),
  );
});

/**
 * @param {HostedSession} session
 * @param {Record<string, string>} [parameters]
 */
async function wellKnownRequests(session, parameters) {
  const { page, url, close } = await session.arrive(browser, parameters);
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/.well-known/')) asked.push(pathname.slice('/api/.well-known/'.length) + search);
  });
  await page.goto(url);
  await page.waitForSelector('sign-in-experience[data-step]');
  await page.waitForNetworkIdle();
  await close();
  return asked.sort();
}

describe('Settings and words', () => {
  it(
    'are not asked for when they are in the page',
    withSession({}, async (session) => {
      assert.deepEqual(await wellKnownRequests(session), []);
    }),
  );

  it(
    'are asked for once each when they are not',
    withSession({ ssr: false }, async (session) => {
      assert.deepEqual(await wellKnownRequests(session), ['phrases', 'sign-in-exp?appId=demo-app']);
    }),
  );

  it(
    'are asked for once each for an organization and languages, too',
    withSession({ ssr: false }, async (session) => {
      const asked = await wellKnownRequests(session, { organization_id: 'org 1', ui_locales: 'zh-CN en' });
      assert.deepEqual(asked, ['phrases?lng=zh-CN+en', 'sign-in-exp?appId=demo-app&organizationId=org+1']);
    }),
  );
});

describe('The live preview of the console', () => {
  it(
    'asks the server for nothing before it is posted what to show',
    withSession({ ssr: false }, async (session) => {
      const { page, close } = await session.arrive(browser);
      /** @type {string[]} */
      const asked = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/api/')) asked.push(pathname);
      });
      // Any page of the origin may stand around it.
      await page.goto(`${session.origin}/unknown-session`);
      await page.waitForNetworkIdle();
      asked.length = 0;
      await page.evaluate(() => {
        const frame = Object.assign(document.createElement('iframe'), { src: '/sign-in?preview=true' });
        document.body.replaceChildren(frame);
        return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      });
      await page.waitForNetworkIdle();
      await close();
      assert.deepEqual(asked, []);
    }),
  );
});

/**
 * The session is read twice, by the page's script for the requests it starts and by its module for those it needs: where they
 * differ, something is asked for twice.
 */
describe('Settings and words are asked for once each', () => {
  const nonsense = JSON.stringify({ appId: 7, organizationId: {}, uiLocales: ['en'] });
  /** @type {readonly (readonly [what: string, path: string, stored?: string])[]} */
  const addresses = [
    ['with an app', '/sign-in?app_id=demo-app'],
    ['with an empty app', '/sign-in?app_id='],
    ['with two apps', '/sign-in?app_id=demo-app&app_id=other'],
    ['with an empty organization', '/sign-in?app_id=demo-app&organization_id='],
    ['with languages of private use', '/sign-in?app_id=demo-app&ui_locales=zh-x-foo+en'],
    ['with languages that are none', '/sign-in?app_id=demo-app&ui_locales=no_tag+x-klingon+i-default+1'],
    ['with many spaces between languages', '/sign-in?app_id=demo-app&ui_locales=+zh-CN++en%09ar+'],
    ['where a provider has an app_id of its own', '/callback/social/none?app_id=2021&state=x'],
    ['of a landing', '/social/landing/none?app_id=2021'],
    ['without anything', '/unknown-session'],
    ['with nonsense in the storage', '/sign-in', nonsense],
    ['with nonsense in the storage that is no object', '/sign-in', '7'],
    ['with something in the storage that is no JSON', '/sign-in', '{'],
    ['with a session in the storage', '/sign-in', JSON.stringify({ appId: 'demo-app', organizationId: 'o', uiLocales: 'ar' })],
  ];

  /** @type {HostedSession} */
  let session;
  before(async () => (session = await openHostedSession({ ssr: false })));
  after(() => session.close());

  for (const [what, address, stored] of addresses) {
    for (const visit of ['first visit', 'reload']) {
      it(`${what} (${visit})`, async () => {
        const { page, close } = await session.arrive(browser);
        /** @type {string[]} */
        let asked = [];
        /** @type {unknown[]} */
        const errors = [];
        page.on('request', (request) => {
          const { pathname } = new URL(request.url());
          if (pathname.startsWith('/api/.well-known/')) asked.push(pathname.slice('/api/.well-known/'.length));
        });
        page.on('pageerror', (error) => errors.push(error));
        if (stored) await page.evaluateOnNewDocument((text) => sessionStorage.setItem('sie:1:session', text), stored);
        await page.goto(session.origin + address);
        await page.waitForSelector('sign-in-experience[data-step]');
        await page.waitForNetworkIdle();
        if (visit === 'reload') {
          asked = [];
          await page.reload();
          await page.waitForSelector('sign-in-experience[data-step]');
          await page.waitForNetworkIdle();
        }
        await close();
        assert.deepEqual([asked.sort(), errors], [['phrases', 'sign-in-exp'], []]);
      });
    }
  }
});

/** @param {import('puppeteer-core').Page} page */
const collectViolations = async (page) => {
  await page.evaluateOnNewDocument(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      /** @type {any} */ (window).violations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  return () => page.evaluate(() => /** @type {any} */ (window).violations);
};

describe('A strict Content-Security-Policy', () => {
  for (const ssr of [true, false]) {
    it(
      `is kept ${ssr ? 'with' : 'without'} data in the page`,
      withSession({ ssr, policy: 'strict' }, async (session) => {
        const { page, url, close } = await session.arrive(browser);
        const violations = await collectViolations(page);
        await page.goto(url);
        await page.waitForSelector('input[name=identifier]', { visible: true });
        await page.waitForNetworkIdle();
        assert.deepEqual(await violations(), []);
        await close();
      }),
    );
  }
});

describe('What the HTML itself says', () => {
  it(
    'search engines stay away, and a screen with a notch is used up to its edges',
    withSession({}, async (session) => {
      const { page, url, close } = await session.arrive(browser);
      await page.goto(url);
      const content = (/** @type {string} */ name) =>
        page.$eval(`meta[name=${name}]`, (meta) => meta.getAttribute('content') ?? '');
      assert.match(await content('robots'), /noindex/);
      assert.match(await content('viewport'), /viewport-fit=cover/);
      await close();
    }),
  );

  it(
    'scripts are needed, where they are switched off',
    withSession({}, async (session) => {
      const { page, url, close } = await session.arrive(browser);
      await page.setJavaScriptEnabled(false);
      await page.goto(url);
      assert.match(await page.$eval('noscript', (note) => note.innerText), /needs JavaScript/);
      await close();
    }),
  );
});

describe('The one script tag', () => {
  /** @type {string} */
  let pageDirectory;
  before(async () => {
    pageDirectory = await mkdtemp(path.join(tmpdir(), 'drop-in-'));
    await cp(hostedFolder, pageDirectory, { recursive: true });
    const host = '<!doctype html><title>Shop</title><script type="module" src="/assets/sign-in-experience.js"></script>';
    await writeFile(
      path.join(pageDirectory, 'assets/host.html'),
      `${host}<h1>Shop</h1><sign-in-experience></sign-in-experience>`,
    );
  });
  after(() => rm(pageDirectory, { recursive: true, force: true }));

  it('shows the sign-in in somebody else’s page', async () => {
    await withSession({ pageDirectory }, async (session) => {
      const { page, close } = await session.arrive(browser);
      await page.goto(`${session.origin}/assets/host.html?app_id=demo-app`);
      await page.waitForSelector('sign-in-experience input[name=identifier]', { visible: true });
      assert.equal(await page.title(), 'Shop');
      await close();
    })();
  });
});

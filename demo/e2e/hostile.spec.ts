import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();
const bare = e2eSuite({ ssr: false });

/** Whether any of the scripts ran, and what could still run one. */
const damage = (page: Page) =>
  page.evaluate(() => ({
    hacked: 'hacked' in globalThis,
    handlers: [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    ).length,
    links: [...document.querySelectorAll('a[href], img[src], link[href], iframe')]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
      .filter((address) => /^\s*(javascript|data:text|vbscript)/i.test(address)),
    frames: document.querySelectorAll('iframe, object, embed').length,
  }));

const none = { hacked: false, handlers: 0, links: [], frames: 0 };

describe('A tenant full of markup and scripts', () => {
  for (const [how, part] of [
    ['written into the page', { withPage }],
    ['fetched', bare],
  ] as const) {
    it(
      `is shown as text, ${how}, and signing in works`,
      part.withPage(
        async ({ I, app, page, qa, setup }) => {
          await qa.preset('hostile');
          await app.startSignIn();
          assert.deepEqual(await damage(page), none);
          await I.see('<img src=x onerror="globalThis.hacked=1">Hostile');
          await I.see('</script><script>globalThis.hacked=1</script>');
          await I.type('identifier', setup.people.alice.username);
          await page.click('button[type=submit]');
          await I.seeHeading('Enter password');
          assert.deepEqual(await damage(page), none);
          await I.type('password', 'wrong');
          await I.pressKey('Enter');
          await I.see('Incorrect account or password');
          await I.replace('password', setup.people.alice.password);
          await I.pressKey('Enter');
          await app.seeSignedIn({ username: setup.people.alice.username });
        },
        // The decoys' pictures and the closing tags in the tenant's CSS are not the page's.
        { expectedErrors: /Failed to load|ERR_/ },
      ),
    );

    it(
      `leads nobody to an address that runs a script, ${how}`,
      part.withPage(async ({ I, page, qa, setup }) => {
        await qa.preset('hostile');
        await I.visit(`${setup.origin}/unknown-session`);
        await I.seeHeading('Your session has ended');
        assert.deepEqual(await damage(page), none);
        assert.equal((await I.address()).pathname, '/unknown-session');
      }),
    );
  }

  it(
    'stays within its width, however long a name is',
    withPage(async ({ app, page, qa }) => {
      await qa.preset('hostile');
      await page.setViewport({ width: 390, height: 800 });
      await app.startSignIn();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    }),
  );
});

describe('An address with unusual parameters', () => {
  for (const query of [
    'app_id=demo-app&x=%',
    'app_id=demo-app&ui_locales=%E0%A4%A&ui_locales=ar',
    'app_id=demo-app&ui_locales=<script>globalThis.hacked=1</script>',
    'app_id=demo-app&login_hint="><img src=x onerror=globalThis.hacked=1>',
    'app_id=demo-app&organization_id=../../north&organization_id=%00',
    `app_id=demo-app&x=${'y'.repeat(4000)}`,
    'app_id=demo-app#?app_id=other&%',
    'app_id=demo-app&app_id=<b>&__proto__=x&constructor=y&toString=z',
  ]) {
    it(
      `${query.slice(0, 80)}: signing in works`,
      withPage(async ({ I, app, page, setup }) => {
        const { alice } = setup.people;
        await app.startSignIn();
        await I.visit(`${setup.origin}/sign-in?${query.replaceAll('demo-app', setup.appId)}`);
        await I.seeHeading('Sign in to your account');
        assert.deepEqual(await damage(page), none);
        await I.signInWithPassword(alice);
        await app.seeSignedIn({ username: alice.username });
      }),
    );
  }
});

describe('A storage that', () => {
  for (const [how, part] of [
    ['written into the page', { withPage }],
    ['fetched', bare],
  ] as const) {
    for (const nonsense of ['{"type":7,"appId":[],"uiLocales":{}}', '{"uiLocales":"<b> !! x-","appId":""}', 'null', '[{']) {
      it(
        `somebody filled with ${nonsense} is no obstacle, with settings ${how}`,
        part.withPage(async ({ I, app, page, setup }) => {
          await page.evaluateOnNewDocument((value) => {
            if (!location.pathname.startsWith('/sign-in')) return;
            const names = ['session', 'identifier', 'interaction', 'social:dingtalk-web'].map((name) => `sie:1:${name}`);
            for (const storage of [sessionStorage, localStorage]) {
              for (const name of [...names, 'logto:redirect-context:fallback:x']) storage.setItem(name, value);
            }
          }, nonsense);
          await app.startSignIn();
          // What is stored counts where an entry of the history is ours already.
          await I.reload();
          await I.seeHeading('Sign in to your account');
          assert.deepEqual(await damage(page), none);
          await I.signInWithPassword(setup.people.alice);
          await app.seeSignedIn();
        }),
      );
    }
  }

  it(
    'is forbidden is no obstacle either',
    withPage(async ({ I, app, page, setup }) => {
      await page.evaluateOnNewDocument(() => {
        if (!location.pathname.startsWith('/sign-in')) return;
        for (const name of ['sessionStorage', 'localStorage']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('Storage is off.', 'SecurityError');
            },
          });
        }
      });
      await app.startSignIn();
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }),
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { putHostPage } from './support/host-page.ts';
import { styleIn, styleOf } from './support/styles.ts';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

const script = '<script type="module" src="/assets/sign-in-experience.js"></script>';
/** `APP` stands for the id of the app. */
const element = '<sign-in-experience app-id="APP"></sign-in-experience>';

const hostHtml = ({ head = '', body = element } = {}) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Our own page</title><link rel="icon" href="data:,">${head}${script}</head>
<body><h1>Our own page</h1><p>Something of ours.</p>${body}</body>
</html>`;

/** A sign-in that the app began, shown in a page of somebody else. */
async function open({ app, I, setup, page }: Fixtures, html = hostHtml(), headers = {}): Promise<void> {
  await app.startSignIn();
  await putHostPage(page, { path: '/our/page', html: html.replace('APP', setup.appId), headers });
  await I.visit(`${setup.origin}/our/page`);
  await I.seeHeading('Sign in to your account');
}

async function signIn({ I, app, setup }: Fixtures): Promise<void> {
  const { alice } = setup.people;
  await I.signInWithPassword(alice);
  await app.seeSignedIn({ username: alice.username });
}

describe('One script tag in another page', () => {
  it(
    'signs in, and leaves address, title and history of the page alone until it leaves',
    withPage(async (fixtures) => {
      const { I, page, setup } = fixtures;
      await open(fixtures);
      const before = await page.evaluate(() => history.length);
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await I.seeAddress('/our/page');
      assert.equal(await I.title(), 'Our own page');
      assert.equal(await page.evaluate(() => history.length), before);
      assert.equal(await page.$eval('html', (root) => `${root.lang}${root.dir}${root.dataset['theme'] ?? ''}`), 'en');
      await I.press('Back');
      await I.seeHeading('Sign in to your account');
      await signIn(fixtures);
    }),
  );

  it(
    'does not take the focus by itself',
    withPage(async (fixtures) => {
      await open(fixtures);
      assert.equal(await fixtures.page.evaluate(() => document.activeElement === document.body), true);
    }),
  );

  it(
    'makes no request to other origins, and works under the strictest policy',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      const policy =
        "default-src 'none'; script-src 'self'; style-src 'nonce-once'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
      const body = '<sign-in-experience app-id="APP" nonce="once"></sign-in-experience>';
      await open(fixtures, hostHtml({ body }), { 'Content-Security-Policy': policy });
      await signIn(fixtures);
      const own = new Set([setup.origin, new URL(setup.appAddress).origin]);
      const foreign = I.traffic.requests.filter(({ url }) => url.protocol.startsWith('http') && !own.has(url.origin));
      assert.deepEqual(
        foreign.map(({ url }) => url.href),
        [],
      );
    }),
  );

  it(
    'signs in after a redirect to a provider',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await open(fixtures);
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );

  it(
    'dispatches events to the page, and lets it handle the redirect',
    withPage(async (fixtures) => {
      const { I, page, setup, app } = fixtures;
      await app.startSignIn();
      // Without the script at first, so that no event is missed.
      await putHostPage(page, { path: '/our/page', html: hostHtml({ body: '<div id="place"></div>' }).replace(script, '') });
      await I.visit(`${setup.origin}/our/page`);
      await page.evaluate(
        (tag) => {
          const seen: string[] = [];
          Object.assign(window, { seen });
          for (const name of ['sie-ready', 'sie-step-change', 'sie-problem', 'sie-before-redirect']) {
            document.addEventListener(name, (event) => {
              const { step, code, url } = event as Event & { step?: string; code?: string; url?: string };
              seen.push([name, step ?? code ?? (url && new URL(url).pathname.slice(0, 10)) ?? ''].join(' ').trim());
              if (name === 'sie-before-redirect') {
                event.preventDefault();
                Object.assign(window, { next: url });
              }
            });
          }
          const place = document.querySelector('#place');
          if (place) place.innerHTML = tag;
          const module = document.createElement('script');
          module.type = 'module';
          module.src = '/assets/sign-in-experience.js';
          document.head.append(module);
        },
        element.replace('APP', setup.appId),
      );
      const { alice } = setup.people;
      await I.replace('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', 'wrong');
      await I.press('Continue');
      await I.seeField('password', { error: 'Incorrect account or password. Please check your input.', focused: true });
      await I.replace('password', alice.password);
      await I.press('Continue');
      await until('the page to be told', () => page.evaluate(() => 'next' in window));
      assert.deepEqual(await page.evaluate(() => (window as unknown as { seen: string[] }).seen), [
        'sie-ready',
        'sie-step-change password',
        'sie-problem session.invalid_credentials',
        'sie-before-redirect /oidc/auth',
      ]);
      await I.seeAddress('/our/page');
      await page.evaluate(() => location.assign((window as unknown as { next: string }).next));
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'works with its styles inside a shadow root of the page',
    withPage(async (fixtures) => {
      const body = '<div><template shadowrootmode="open"><sign-in-experience app-id="APP"></sign-in-experience></template></div>';
      const { app, I, setup, page } = fixtures;
      await app.startSignIn();
      await putHostPage(page, { path: '/our/page', html: hostHtml({ body }).replace('APP', setup.appId) });
      await I.visit(`${setup.origin}/our/page`);
      const button = await until('the button', () => page.$('>>> button[type=submit]'));
      assert.equal(await styleIn(button, 'background-color'), 'rgb(61, 90, 254)');
    }),
  );

  it(
    'can be removed and inserted again',
    withPage(async (fixtures) => {
      const { I, page } = fixtures;
      await open(fixtures);
      await page.evaluate(() => {
        const place = document.querySelector('sign-in-experience');
        place?.remove();
        if (place) document.body.append(place);
      });
      await I.seeHeading('Sign in to your account');
      await signIn(fixtures);
    }),
  );
});

/** What a careless page does to everything on it. */
const hostile = `
* { margin: 0; padding: 0; box-sizing: content-box; font: 10px/1 monospace; color: #bbb; letter-spacing: 4px; }
input, button, label, a, p, h1, h2, section, ul, li, div, form { all: unset; display: inline; }
input { width: 20px; height: 8px; border: 5px solid lime; opacity: .2; background: yellow; text-transform: uppercase; }
button { display: none; position: absolute; left: -9999px; pointer-events: none; visibility: hidden; }
label, p { display: none; }
form { float: left; width: 30px; overflow: hidden; height: 10px; }
dialog { display: block; }
:focus, :focus-visible { outline: none; box-shadow: none; }
svg { width: 300px; height: 300px; }
`;

describe('A style sheet of the page with broad selectors', () => {
  it(
    'keeps it usable: all controls are visible, large enough and clickable',
    withPage(async (fixtures) => {
      const { I, page } = fixtures;
      await open(fixtures, hostHtml({ head: `<style>${hostile}</style>` }));
      await I.see('Continue with DingTalk');
      const sizes = await page.$$eval('sign-in-experience input, sign-in-experience button', (controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .map((control) => {
            const { width, height } = control.getBoundingClientRect();
            return {
              name: control.getAttribute('name') ?? control.textContent.trim(),
              width,
              height,
              opacity: getComputedStyle(control).opacity,
              // Within a sentence a line is all the height there is.
              least: control.matches('.sie-link') ? 12 : 24,
            };
          }),
      );
      assert.ok(sizes.length >= 4, JSON.stringify(sizes));
      for (const { name, width, height, opacity, least } of sizes) {
        assert.ok(
          width >= 24 && height >= least && opacity === '1',
          `${name}: ${String(width)} × ${String(height)}, opacity ${opacity}`,
        );
      }
      assert.equal(await styleOf(page, 'sign-in-experience input', 'text-transform'), 'none');
      assert.equal(
        await styleOf(page, 'sign-in-experience .sie-title', 'font-family').then(
          (font) => font.includes('monospace') && !font.includes(','),
        ),
        false,
      );
      await I.press('Sign in');
      await I.seeField('identifier', { focused: true, error: 'Phone number, email, or username is required' });
      await I.see('Phone number, email, or username is required');
      await signIn(fixtures);
    }),
  );
});

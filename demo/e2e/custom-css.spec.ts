import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { styleOf } from './support/styles.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

describe('The CSS of the tenant', () => {
  it(
    'overrides ours without !important, by the documented hooks',
    withPage(async ({ app, page, qa }) => {
      await qa.preset('custom-css');
      await app.startSignIn();
      assert.equal(await styleOf(page, '.logto_main-content', 'background-color'), 'rgb(255, 248, 225)');
      assert.equal(await styleOf(page, '.logto_main-content', 'border-top-style'), 'dashed');
      assert.equal(await styleOf(page, 'button[type=submit]', 'border-top-left-radius'), '0px');
      assert.notEqual(await styleOf(page, '.logto_branding-header', 'letter-spacing'), 'normal');
    }),
  );

  it(
    'overrides ours with simple selectors, and can read the variables of the stock page',
    withPage(async ({ app, page, qa }) => {
      const customCss =
        'button { background: rgb(1, 2, 3); } h1 { color: rgb(4, 5, 6); } input { font-size: 21px; } label { color: var(--color-type-primary); } form { gap: 33px; } a { color: rgb(7, 8, 9); }';
      await qa.settings({ customCss });
      await app.startSignIn();
      assert.equal(await styleOf(page, 'button[type=submit]', 'background-color'), 'rgb(1, 2, 3)');
      assert.equal(await styleOf(page, 'h1', 'color'), 'rgb(4, 5, 6)');
      assert.equal(await styleOf(page, 'input[name=identifier]', 'font-size'), '21px');
      assert.equal(await styleOf(page, 'form', 'row-gap'), '33px');
      assert.equal(await styleOf(page, '.sie-small a', 'color'), 'rgb(7, 8, 9)');
      await page.evaluate(() => {
        const probe = document.createElement('i');
        document.querySelector('main')?.append(probe);
        probe.style.color = 'var(--color-type-primary, rgb(1, 1, 1))';
      });
      const primary = () => styleOf(page, 'main > i', 'color');
      await until('the variables', async () => (await primary()) !== 'rgb(1, 1, 1)');
      assert.equal(await styleOf(page, 'label', 'color'), await primary());
    }),
  );

  it(
    'can theme the whole page with the variables of the stock page',
    withPage(async ({ app, page, qa }) => {
      await qa.settings({ customCss: 'body { outline: 3px solid var(--color-type-primary, rgb(1, 1, 1)); }' });
      await app.startSignIn();
      await until('the variables', async () => (await styleOf(page, 'body', 'outline-color')) !== 'rgb(1, 1, 1)', 3000);
    }),
  );

  it(
    'meets no !important of ours, and no rule that matches outside our element',
    withPage(async ({ app, page, qa }) => {
      await qa.preset('manual-terms');
      await app.startSignIn();
      const sheets = await page.evaluate(() =>
        [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) =>
          [...sheet.cssRules].map((rule) => rule.cssText),
        ),
      );
      assert.ok(sheets.length > 0);
      assert.deepEqual(
        sheets.filter((text) => text.includes('!important')),
        [],
      );
      const unlayered = sheets.filter((text) => !text.startsWith('@layer'));
      assert.deepEqual(unlayered, []);
    }),
  );
});

/** What scripts of customers look for on Logto's page and find on ours, too; see docs/guides/theming.md. */
describe('Automation written for the stock page finds', () => {
  it(
    'card, fields, buttons and errors by stable names',
    withPage(async ({ I, app, page, qa, setup }) => {
      await qa.preset('manual-terms');
      await qa.settings({
        branding: { logoUrl: `${setup.origin}/demo-assets/icon.svg`, favicon: `${setup.origin}/demo-assets/icon.svg` },
      });
      await app.startSignIn();
      const one = async (selector: string) => {
        assert.equal((await page.$$(selector)).length, 1, selector);
      };
      await I.seeHeading('Sign in to your account');
      for (const selector of [
        'html[lang][data-theme]',
        'body.desktop',
        'link[rel="shortcut icon"]',
        'link[rel="apple-touch-icon"]',
        '#app main.logto_main-content',
        '#app .logto_page-container',
        '#app .logto_branding-header img',
        '#app .logto_signature',
        'form',
        'input[name=identifier]',
        'input[name=termsAgreement]',
        'form button[type=submit]',
      ]) {
        await one(selector);
      }
      await page.click('input[name=termsAgreement]');
      await page.click('button[type=submit]');
      await until('an error', () => page.$$eval('[role=alert]', (found) => found.some((node) => node.textContent.trim() !== '')));
      await page.type('input[name=identifier]', `+${setup.people.alice.phone}`);
      await (await until('the calling code', () => page.$('.sie-identifier-country:enabled')))?.click();
      await until('the search', () => page.$('input[name=country-code-search]'));
      await I.pressKey('Escape');
      await I.replace('identifier', setup.people.alice.username);
      await page.click('button[type=submit]:not([disabled])');
      await until('the password', () => page.$('form input[name=password]'));
      await page.type('input[name=password]', setup.people.alice.password);
      await page.click('button[type=submit]');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

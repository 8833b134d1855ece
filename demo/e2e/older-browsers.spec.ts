import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { e2eSuite } from './support/e2e-suite.ts';

// These browsers take `<style>` elements alone, which the strictest policy refuses without a nonce.
const { withPage } = e2eSuite({ policy: 'logto' });

/** As in Chromium 93 and Safari 15.4: no cascade layers to ask for, no sheets that scripts make. */
const growOld = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    Reflect.deleteProperty(window, 'CSSLayerBlockRule');
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
    Reflect.deleteProperty(CSSStyleSheet.prototype, 'replace');
  });

/** Where everything on the screen stands and what it looks like. */
const looks = async (page: Page) => {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  return page.$$eval('sign-in-experience *', (elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, borderTopColor, font, borderRadius } = getComputedStyle(element);
      const box = [x, y, width, height].map(Math.round).join();
      return `${element.localName} ${box} ${[color, backgroundColor, borderTopColor, font, borderRadius].join('; ')}`;
    }),
  );
};

describe('A browser without cascade layers and constructable sheets', () => {
  it(
    'shows the same page, and signs in',
    withPage(async ({ I, app, page, setup }) => {
      await app.startSignIn();
      const wanted = await looks(page);
      await growOld(page);
      await app.startSignIn();
      assert.equal(await page.evaluate(() => 'adoptedStyleSheets' in document), false);
      await I.seeField('identifier', { focused: true });
      assert.deepEqual(await looks(page), wanted);
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }),
  );

  it(
    'lets the CSS of the tenant win',
    withPage(async ({ app, page, qa }) => {
      await qa.preset('custom-css');
      await growOld(page);
      await app.startSignIn();
      const card = await page.$eval('.logto_main-content', (element) => getComputedStyle(element).borderTopStyle);
      assert.equal(card, 'dashed');
    }),
  );
});

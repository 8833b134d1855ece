import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { putHostPage } from './support/host-page.ts';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { engine, e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** Chromium without a window keeps no page that is left, whatever it is told: there the page only loads anew. */
const keepsPages = engine === 'firefox';

const html = (appId: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Our own page</title><link rel="icon" href="data:,">
<script type="module" src="/assets/sign-in-experience.js"></script></head>
<body><sign-in-experience app-id="${appId}"></sign-in-experience></body>
</html>`;

/** The sign-in on a page that may be stored: Firefox keeps no other. Marks it, as one that loads anew has no mark. */
async function open({ app, I, page, setup }: Fixtures): Promise<void> {
  await app.startSignIn();
  await putHostPage(page, { path: '/our/page', html: html(setup.appId) });
  await I.visit(`${setup.origin}/our/page`);
  await I.seeHeading('Sign in to your account');
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset['shownAgain'] = String(persisted);
    });
  });
}

/** To a provider, and by the browser's back button to the page that was left: that one, not another made of its address. */
async function goThereAndBack({ I, page }: Fixtures): Promise<void> {
  await I.press('Continue with DingTalk');
  await new ProviderPage(I).see('DingTalk');
  await I.goBack();
  await I.seeAddress('/our/page');
  await I.seeHeading('Sign in to your account');
  const shownAgain = await page.evaluate(() => document.documentElement.dataset['shownAgain']);
  assert.equal(shownAgain, keepsPages ? 'true' : undefined);
}

describe('A page restored from the back/forward cache after a redirect to a provider', () => {
  it(
    'has enabled buttons, and leads to another provider',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await open(fixtures);
      await goThereAndBack(fixtures);
      await I.seeButton('Sign in');
      await I.seeButton('Continue with DingTalk');
      await I.press('Continue with Alipay');
      await new ProviderPage(I).allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );

  it(
    'leads to the same provider again, and accepts a password',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await open(fixtures);
      await goThereAndBack(fixtures);
      await goThereAndBack(fixtures);
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

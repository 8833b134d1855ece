import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { e2eSuite } from './support/e2e-suite.ts';
import { readableData } from './support/readable-data.ts';

const { withPage } = e2eSuite();

const terms = 'please agree to the';

describe('Somebody whom another site’s prompt brings', () => {
  it(
    'is signed in without a screen of ours',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('google-one-tap');
      await I.visit(setup.origin + (await qa.googleLink('newcomer')));
      await app.seeSignedIn({ email: 'newcomer@example.com' });
      assert.ok(!(await readableData(I.page)).includes('credential'));
      assert.ok(!I.traffic.requests.some(({ url }) => url.pathname.includes('/gsi/') || url.pathname.includes('/o/oauth2')));
    }),
  );

  it(
    'agrees to the terms first, as everybody new',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('google-one-tap-terms');
      await I.visit(setup.origin + (await qa.googleLink('newcomer')));
      await I.see(terms);
      await I.press('Agree');
      await app.seeSignedIn({ email: 'newcomer@example.com' });
    }),
  );

  it(
    'may decline: there is the sign-in screen, and no account',
    withPage(async ({ I, qa, setup }) => {
      await qa.preset('google-one-tap-terms');
      await I.visit(setup.origin + (await qa.googleLink('newcomer')));
      await I.see(terms);
      await I.pressKey('Escape');
      await I.seeHeading('Sign in to your account');
      assert.ok(!(await qa.users()).some(({ primaryEmail }) => primaryEmail === 'newcomer@example.com'));
    }),
  );

  it(
    'gets words and the sign-in screen when the credential is none',
    withPage(async ({ I, qa, setup }) => {
      await qa.preset('google-one-tap');
      await I.visit(`${setup.appAddress}?google_one_tap_credential=made.up.now`);
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('The service behind this option did not answer as expected.');
    }),
  );
});

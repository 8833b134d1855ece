import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { e2eSuite } from './support/e2e-suite.ts';
import { failures, unexpected } from './support/failures.ts';

const { withPage } = e2eSuite();
const withoutServerData = e2eSuite({ ssr: false });

describe('Settings that', () => {
  for (const [what, fault, said] of failures.slice(0, 3)) {
    it(
      `the server ${what}: shows an error, and a retry works`,
      withoutServerData.withPage(async ({ I, app, page, qa, setup }) => {
        await qa.faults({ endpoint: 'GET /api/.well-known/sign-in-exp', ...fault });
        await app.leaveForSignIn();
        await I.seeAlert(said);
        assert.equal(await page.$('form'), null);
        await qa.faults();
        await I.press('Try again');
        await I.type('identifier', setup.people.alice.username);
        await I.press('Sign in');
        await I.seeHeading('Enter password');
      }),
    );
  }

  it(
    'are invalid: shows an error with a retry button',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('unusable');
      await app.leaveForSignIn();
      await I.seeAlert(unexpected);
      await qa.preset('default');
      await I.press('Try again');
      await I.seeHeading('Sign in to your account');
    }),
  );

  it(
    'contain an unknown connector, method and factor: the rest works',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('malformed-entries');
      await app.startSignIn();
      await I.seeButton('Continue with DingTalk');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }),
  );

  it(
    'come from an older server: missing features are off',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('older-server');
      await app.startSignIn();
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }),
  );
});

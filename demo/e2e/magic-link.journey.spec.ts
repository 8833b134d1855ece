import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followLink } from './support/magic-link.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { readableData } from './support/readable-data.ts';

const { withPage } = e2eSuite();

const accountsOf = async ({ qa }: Fixtures, email: string): Promise<number> =>
  (await qa.users()).filter(({ primaryEmail }) => primaryEmail === email).length;

const terms = 'please agree to the';

describe('A magic link', () => {
  it(
    'signs in whom it was sent to',
    withPage(async (fixtures) => {
      const { app, setup } = fixtures;
      const { alice } = setup.people;
      await followLink(fixtures, alice.email);
      await app.seeSignedIn({ username: alice.username, email: alice.email });
    }),
  );

  it(
    'leaves its token neither in the address nor in storage',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.faults({ endpoint: 'POST /api/experience/verification/one-time-token/verify', latency: 5000 });
      const token = await followLink(fixtures, alice.email);
      await I.seeHeading('Signing you in');
      await I.seeAddress(/^\/one-time-token\b/);
      const left = await readableData(I.page);
      assert.ok(!left.includes(token), left);
      await app.seeSignedIn({ username: alice.username });
      assert.ok(!(await readableData(I.page)).includes(token));
      const called = I.traffic.requests.filter(({ url }) => url.pathname.startsWith('/api/') && url.href.includes(token));
      assert.deepEqual(called, []);
    }),
  );

  it(
    'creates an account for a new person, also where registration is disabled',
    withPage(async (fixtures) => {
      const { app, qa, setup } = fixtures;
      await qa.preset('sign-in-only');
      await followLink(fixtures, setup.stranger.email);
      await app.seeSignedIn({ email: setup.stranger.email });
      assert.equal(await accountsOf(fixtures, setup.stranger.email), 1);
    }),
  );

  it(
    'whose page is left and reloaded shows a message with a way to sign in',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.faults({ endpoint: 'POST /api/experience/verification/one-time-token/verify', latency: 5000 });
      await followLink(fixtures, alice.email);
      await I.seeHeading('Signing you in');
      await I.seeAddress(/^\/one-time-token\b/);
      await I.reload();
      await qa.faults();
      await I.seeHeading('Invalid link');
      await I.follow('Back to the app');
      await I.press('Sign in');
      await I.signInWithPassword(alice);
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'can be retried by a button after a connection failure',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.faults({ endpoint: 'POST /api/experience/verification/one-time-token/verify', offline: true });
      await followLink(fixtures, alice.email);
      await I.seeButton('Try again');
      await qa.faults();
      await I.tabTo('button', 'Try again');
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: alice.username });
    }),
  );
});

describe('The terms, for whom a link brings', () => {
  it(
    'are agreed to before an account is made, where new accounts need that',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('registration-terms');
      await followLink(fixtures, setup.stranger.email);
      await I.see(terms);
      await I.seeFocusOn('button', 'Agree');
      assert.equal(await accountsOf(fixtures, setup.stranger.email), 0);
      await I.pressKey('Enter');
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );

  it(
    'may be declined: no account, but the sign-in screen',
    withPage(async (fixtures) => {
      const { I, qa, setup } = fixtures;
      await qa.preset('registration-terms');
      await followLink(fixtures, setup.stranger.email);
      await I.see(terms);
      await I.pressKey('Escape');
      await I.seeHeading('Sign in to your account');
      await I.reload();
      await I.seeHeading('Sign in to your account');
      assert.equal(await accountsOf(fixtures, setup.stranger.email), 0);
    }),
  );

  it(
    'are nothing to ask whom has an account already, where only new ones need that',
    withPage(async (fixtures) => {
      const { app, qa, setup } = fixtures;
      await qa.preset('registration-terms');
      await followLink(fixtures, setup.people.alice.email);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'come before everything where everybody agrees; who declines can use the link later',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.preset('manual-terms');
      const { link } = await qa.magicLink(alice.email);
      await I.visit(new URL(link, setup.appAddress).href);
      await I.see(terms);
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      await I.visit(new URL(link, setup.appAddress).href);
      await I.press('Agree');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'are agreed to once, by newcomers, too',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('manual-terms');
      await followLink(fixtures, setup.stranger.email);
      await I.press('Agree');
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );
});

describe('Somebody whom a link brings and who has to tell more', () => {
  async function bring(fixtures: Fixtures): Promise<void> {
    await fixtures.qa.preset('password-needed');
    await followLink(fixtures, fixtures.setup.stranger.email);
    await fixtures.I.seeHeading('Set password');
  }

  it(
    'may reload the page first',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { password, email } = setup.stranger;
      await bring(fixtures);
      await I.reload();
      await I.seeHeading('Set password');
      await I.seeField('newPassword', { focused: true });
      await I.keys(password);
      await I.tabToField('confirmPassword');
      await I.keys(password);
      await I.pressKey('Enter');
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'does not follow the link a second time by going back',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await bring(fixtures);
      I.traffic.clear();
      await I.goBack();
      await I.see('You are not signed in');
      await I.goForward();
      await I.seeHeading('Set password');
      assert.deepEqual(
        I.traffic.calls().filter((call) => call.includes('one-time-token')),
        [],
      );
    }),
  );

  it(
    'who presses "Back" is at the sign-in screen',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await bring(fixtures);
      await I.press('Back');
      await I.seeHeading('Sign in to your account');
      await I.replace('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      // The server still knows of the link, and that it is for somebody else.
      await I.seeHeading('Switch account');
      await I.seeLink('Back to current account');
      await app.open();
      await I.press('Sign in');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

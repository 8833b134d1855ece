import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HTTPRequest } from 'puppeteer-core';
import { intercept, isCall } from './support/interception.ts';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

type Part = Pick<Fixtures, 'I' | 'app' | 'setup'>;

async function goToPassword({ I, app, setup }: Part): Promise<void> {
  await app.startSignIn();
  await I.type('identifier', setup.people.alice.username);
  await I.press('Sign in');
  await I.seeHeading('Enter password');
}

async function goToCode({ I, app, setup }: Part): Promise<string> {
  await app.startSignIn();
  await I.type('identifier', `+${setup.people.alice.phone}`);
  await I.press('Sign in');
  await I.seeHeading('Verify your phone number');
  return setup.receiveCode(setup.people.alice.phone);
}

describe('On the sign-in screen', () => {
  it(
    'a reload changes nothing, and back leads to the app',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.reload();
      await I.seeHeading('Sign in to your account');
      assert.equal((await I.address()).pathname, '/sign-in');
      await I.goBack();
      await I.see('You are not signed in');
      await I.goForward();
      await I.seeHeading('Sign in to your account');
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
    }),
  );
});

describe('On the password screen', () => {
  it(
    'a reload keeps who it is, and the password goes through',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToPassword(fixtures);
      await I.reload();
      await I.seeHeading('Enter password');
      await I.seeField('Account', { value: setup.people.alice.username });
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      await app.seeSignedIn();
    }),
  );

  it(
    "back keeps what was typed, forward leads here again, without the password; the page's own button does the same as the browser's",
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      const { alice } = setup.people;
      await goToPassword(fixtures);
      await I.type('password', 'secret');
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await I.seeField('identifier', { value: alice.username });
      await I.goForward();
      await I.seeHeading('Enter password');
      await I.seeField('password', { value: '' });
      await I.press('Back');
      await I.seeHeading('Sign in to your account');
      await I.goForward();
      await I.seeHeading('Enter password');
    }),
  );

  it(
    'back aborts a pending request, and late responses are ignored',
    withPage(async (fixtures) => {
      const { I, page, qa, setup } = fixtures;
      await goToPassword(fixtures);
      const call = 'POST /api/experience/verification/password';
      await qa.faults({ endpoint: call, latency: 1500 });
      const ended: HTTPRequest[] = [];
      for (const event of ['requestfinished', 'requestfailed'] as const) page.on(event, (request) => ended.push(request));
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      await until('the call', () => Promise.resolve(I.traffic.calls().includes(call)));
      await I.seeButton('Continue', { disabled: true, busy: true });
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await I.seeButton('Sign in');
      I.traffic.clear();
      // Answered or given up: from here on nothing of it can come any more.
      await until('the end of the call', () => Promise.resolve(ended.some((request) => isCall(request, call))));
      await qa.faults();
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      assert.deepEqual(I.traffic.calls(), []);
    }),
  );
});

describe('On the code screen', () => {
  it(
    'a reload sends no second code; the first one goes through',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const code = await goToCode(fixtures);
      await I.reload();
      await I.seeHeading('Verify your phone number');
      await I.see('Resend after');
      assert.equal((await qa.outbox(setup.people.alice.phone)).length, 1);
      await I.type('passcode', code);
      await app.seeSignedIn();
    }),
  );

  it(
    'back and forward again: the code still goes through',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const code = await goToCode(fixtures);
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await I.see('+86');
      await I.goForward();
      await I.see(`+${setup.people.alice.phone}`);
      await I.type('passcode', code);
      await app.seeSignedIn();
    }),
  );

  it(
    'the way over to the password and back is one entry of the history, not two',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToCode(fixtures);
      await I.press('Sign in with password');
      await I.seeHeading('Enter password');
      await I.goBack();
      await I.seeHeading('Sign in to your account');
    }),
  );
});

describe('At a provider', () => {
  it(
    'back leads to a sign-in screen that can be used again',
    withPage(async ({ I, app }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).see('DingTalk');
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await I.press('Continue with Alipay');
      await new ProviderPage(I).allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );

  it(
    "back skips the page's automatic step after direct sign-in",
    withPage(async ({ I, app }) => {
      await app.leaveForSignIn({ direct_sign_in: 'social:dingtalk' });
      await new ProviderPage(I).see('DingTalk');
      await I.goBack();
      await I.see('You are not signed in');
    }),
  );

  it(
    'all controls are enabled when the page is restored from the back/forward cache',
    withPage(async ({ I, app, page }) => {
      await app.startSignIn();
      // A provider that answers nothing: the page stays as it was when it left.
      await intercept(page, (request) => (request.url().includes('/oauth2/auth') ? { status: 204, body: '' } : undefined));
      await I.press('Continue with DingTalk');
      await I.seeButton('Continue with DingTalk', { disabled: true, busy: true });
      await I.seeButton('Sign in', { disabled: true });
      await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await I.seeButton('Continue with DingTalk', { disabled: false });
      await I.seeButton('Sign in', { disabled: false });
    }),
  );

  it(
    'back does not return to a callback',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).cancel();
      await I.seeAlert('You cancelled at');
      await I.reload();
      await I.seeHeading('Sign in to your account');
      await I.dontSee('You cancelled at');
      await I.seeAddress(`/sign-in?app_id=${setup.appId}`);
    }),
  );
});

describe('Signed in', () => {
  it(
    'back leads to a message with a button instead of a form of the finished sign-in',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToPassword(fixtures);
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      await app.seeSignedIn();
      await I.goBack();
      await I.seeHeading('Your session has ended');
      await I.follow('Back to the app');
      await app.seeSignedIn();
    }),
  );
});

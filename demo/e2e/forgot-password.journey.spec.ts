import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const fresh = 'violet-Harbor-42';

/** From the password that is not remembered to the screen for another one. */
async function goToNewPassword({ I, app, qa, setup }: Fixtures): Promise<void> {
  const { alice } = setup.people;
  await qa.preset('recovery');
  await app.startSignIn();
  await I.type('identifier', alice.email);
  await I.press('Sign in');
  await I.press('Forgot your password?');
  await I.seeHeading('Reset password');
  await I.seeAddress(`/forgot-password?app_id=${setup.appId}`);
  await I.seeField('identifier', { value: alice.email });
  await I.press('Continue');
  await I.seeHeading('Verify your email');
  await I.seeAddress(`/forgot-password/verification-code?app_id=${setup.appId}`);
  await I.type('passcode', await setup.receiveCode(alice.email));
  await I.seeHeading('New password');
  await I.seeAddress(`/forgot-password/reset?app_id=${setup.appId}`);
}

describe('A forgotten password', () => {
  it(
    'is replaced by the code of an e-mail; signing in takes the new one and not the old one',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { alice } = setup.people;
      await goToNewPassword(fixtures);
      await I.seeField('newPassword', { focused: true });
      await I.keys(fresh);
      await I.press('Save password');
      await I.seeHeading('Sign in to your account');
      await I.see('Password changed');
      await I.replace('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.press('Continue');
      await I.seeField('password', { error: 'Incorrect account or password. Please check your input.' });
      await I.replace('password', fresh);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'is replaced by the code of a text message, without a mouse',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('recovery');
      await app.startSignIn();
      await I.type('identifier', alice.username);
      await I.pressKey('Enter');
      await I.seeHeading('Enter password');
      await I.tabTo('button', 'Forgot your password?');
      await I.pressKey('Enter');
      await I.seeHeading('Reset password');
      await I.seeField('identifier', { focused: true });
      await I.replace('identifier', `+${alice.phone}`);
      await I.pressKey('Enter');
      await I.seeHeading('Verify your phone number');
      await I.keys(await setup.receiveCode(alice.phone));
      await I.seeField('newPassword', { focused: true });
      await I.keys(fresh);
      await I.pressKey('Enter');
      await I.see('Password changed');
      await I.seeFocusKept();
    }),
  );

  it(
    'is reached from the form with identifier and password, and takes along what was typed',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('password-only');
      await qa.settings({ forgotPasswordMethods: ['EmailVerificationCode'] });
      await app.startSignIn();
      await I.type('identifier', alice.email);
      await I.press('Forgot your password?');
      await I.seeHeading('Reset password');
      await I.seeField('identifier', { value: alice.email });
      await I.press('Back');
      await I.seeHeading('Sign in to your account');
      await I.seeField('identifier', { value: alice.email });
    }),
  );

  it(
    'cannot be reset to the current one: shows an error at the field',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      await goToNewPassword(fixtures);
      await I.type('newPassword', setup.people.alice.password);
      await I.press('Save password');
      await I.seeField('newPassword', { focused: true });
      await I.see('New password cannot be the same as your old password.');
      await I.replace('newPassword', fresh);
      await I.press('Save password');
      await I.see('Password changed');
    }),
  );

  it(
    'is not replaced by one that the tenant rejects',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToNewPassword(fixtures);
      await I.type('newPassword', 'password1');
      await I.press('Save password');
      await I.seeField('newPassword', { error: 'Avoid using simple passwords that are easy to guess.', focused: true });
    }),
  );

  it(
    'takes only the addresses that the tenant has chosen for it',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('recovery-by-email');
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.press('Forgot your password?');
      await I.see('Enter the email associated with your account');
      await I.type('identifier', setup.people.alice.username);
      await I.press('Continue');
      await I.seeField('identifier', { error: 'The email is invalid', focused: true });
    }),
  );

  it(
    'cannot be reset where the tenant has no recovery',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await I.dontSee('Forgot your password?');
    }),
  );
});

describe('A person without an account', () => {
  it(
    'cannot be told from one who has by asking for a new password: the same screen, the same words',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('recovery');
      const screens: string[] = [];
      for (const address of [setup.people.alice.email, setup.stranger.email]) {
        await app.startSignIn({ first_screen: 'reset_password' });
        await I.replace('identifier', address);
        await I.press('Continue');
        await I.seeHeading('Verify your email');
        screens.push((await I.text()).replaceAll(address, 'ADDRESS').replace(/\d+ seconds/, 'N seconds'));
      }
      assert.equal(screens[0], screens[1]);
      assert.equal((await qa.outbox(setup.stranger.email)).length, 0);
    }),
  );
});

describe('An expired password', () => {
  for (const preset of ['password-expired', 'password-expires'] as const) {
    it(
      `leads to a new one by a question that has no other way on (${preset})`,
      withPage(async ({ I, app, qa, setup, page }) => {
        await qa.preset(preset);
        await app.startSignIn();
        await I.signInWithPassword({ username: 'expired@example.com', password: 'demo-password-1' });
        await I.see('Your password has expired and must be reset before you can sign in.');
        assert.equal(await page.$$eval('dialog[open] button', (found) => found.length), 1);
        await I.pressKey('Escape');
        await I.see('Your password has expired');
        await I.press('Reset password');
        await I.seeHeading('Reset password');
        await I.seeField('identifier', { value: 'expired@example.com' });
        await I.press('Continue');
        await I.type('passcode', await setup.receiveCode('expired@example.com'));
        await I.seeHeading('New password');
        await I.type('newPassword', fresh);
        await I.press('Save password');
        await I.see('Password changed');
        await I.signInWithPassword({ username: 'expired@example.com', password: fresh });
        await app.seeSignedIn({ username: 'expired' });
      }),
    );
  }

  it(
    'shows an error where it cannot be reset',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('password-expires');
      await qa.settings({ forgotPasswordMethods: [] });
      await app.startSignIn();
      await I.signInWithPassword({ username: 'expired', password: 'demo-password-1' });
      await I.seeAlert('Your password has expired and must be reset before you can sign in.');
    }),
  );
});

describe('The recovery', () => {
  it(
    'survives reloads, and back leads one step back each time',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.preset('recovery');
      await app.startSignIn({ first_screen: 'reset_password' });
      await I.reload();
      await I.seeHeading('Reset password');
      await I.type('identifier', alice.email);
      await I.press('Continue');
      await I.seeHeading('Verify your email');
      await I.reload();
      await I.seeHeading('Verify your email');
      await I.goBack();
      await I.seeHeading('Reset password');
      await I.seeField('identifier', { value: alice.email });
      await I.goForward();
      await I.seeHeading('Verify your email');
      await I.type('passcode', await setup.receiveCode(alice.email));
      await I.seeHeading('New password');
      await I.reload();
      await I.seeHeading('New password');
      await I.type('newPassword', fresh);
      await I.press('Save password');
      await I.see('Password changed');
    }),
  );

  it(
    'can be left for the sign-in screen, and signing in works then',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToNewPassword(fixtures);
      await I.press('Back');
      await I.seeHeading('Reset password');
      await I.press('Back');
      await I.seeHeading('Enter password');
      await I.press('Back');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

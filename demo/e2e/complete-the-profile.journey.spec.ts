import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** Signs in as somebody whose account lacks what the tenant asks for. */
async function signInShort({ I, app, qa, setup }: Fixtures, signUp: object): Promise<void> {
  await qa.settings({ signUp, forgotPasswordMethods: [] });
  await app.startSignIn();
  await I.signInWithPassword(setup.people.short);
}

const email = (verify = true) => ({ identifiers: ['email'], password: true, verify });

describe('An account that lacks', () => {
  it(
    'an e-mail address is asked for one, and for its code',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await signInShort(fixtures, email());
      await I.seeHeading('Link email');
      await I.seeAddress(`/continue/email?app_id=${setup.appId}`);
      await I.seeField('identifier', { focused: true });
      await I.keys(setup.stranger.email);
      await I.pressKey('Enter');
      await I.seeHeading('Verify your email');
      await I.seeAddress(`/continue/verification-code?app_id=${setup.appId}`);
      await I.keys(await setup.receiveCode(setup.stranger.email));
      await app.seeSignedIn({ username: 'short', email: setup.stranger.email });
    }),
  );

  it(
    'a phone number is asked for one',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await signInShort(fixtures, { identifiers: ['phone'], password: true, verify: true });
      await I.seeHeading('Link phone');
      await I.seeAddress(`/continue/phone?app_id=${setup.appId}`);
      await I.type('identifier', `+${setup.stranger.phone}`);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(setup.stranger.phone));
      await app.seeSignedIn({ username: 'short', phone_number: `+${setup.stranger.phone}` });
    }),
  );

  it(
    'an e-mail address or phone number may give either',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await signInShort(fixtures, { identifiers: ['email', 'phone'], password: true, verify: true });
      await I.seeHeading('Link email or phone');
      await I.type('identifier', setup.stranger.email);
      await I.press('Continue');
      await I.seeHeading('Verify your email');
      await I.goBack();
      await I.seeHeading('Link email or phone');
      await I.replace('identifier', `+${setup.stranger.phone}`);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(setup.stranger.phone));
      await app.seeSignedIn({ username: 'short', phone_number: `+${setup.stranger.phone}` });
    }),
  );

  it(
    'a username and a password is asked for both, one after the other',
    withPage(async ({ I, app, qa, setup }) => {
      const { stranger } = setup;
      await qa.preset('strict-profile');
      await qa.settings({
        signUp: {
          identifiers: ['email'],
          password: true,
          verify: true,
          secondaryIdentifiers: [{ identifier: 'username', verify: false }],
        },
      });
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', stranger.email);
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode(stranger.email));
      const seen: string[] = [];
      for (let step = 0; step < 2; step += 1) {
        await I.see('Set');
        const heading = await I.page.$eval('h1', (node) => node.textContent.trim());
        seen.push(heading);
        if (heading === 'Set username') {
          await I.type('identifier', stranger.username);
          await I.press('Continue');
          await I.dontSee('Set username');
        } else {
          await I.type('newPassword', stranger.password);
          await I.type('confirmPassword', stranger.password);
          await I.press('Save password');
          await I.dontSee('Set password');
        }
      }
      assert.deepEqual(seen.sort(), ['Set password', 'Set username']);
      await app.seeSignedIn({ username: stranger.username, email: stranger.email });
    }),
  );

  it(
    'several things is asked for all of them, in the server’s order',
    withPage(async ({ I, app, qa, setup }) => {
      const { stranger } = setup;
      await qa.preset('strict-profile');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', stranger.username);
      await I.press('Create account');
      await I.seeHeading('Link email or phone');
      await I.type('identifier', stranger.email);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(stranger.email));
      await I.seeHeading('Set password');
      await I.type('newPassword', stranger.password);
      await I.type('confirmPassword', stranger.password);
      await I.press('Save password');
      await app.seeSignedIn({ username: stranger.username, email: stranger.email });
    }),
  );

  it(
    'a phone number, where names come first, is asked for it before the password',
    withPage(async ({ I, app, qa, setup }) => {
      const { stranger } = setup;
      await qa.preset('username-and-phone');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', stranger.username);
      await I.press('Create account');
      await I.seeHeading('Link phone');
      await I.type('identifier', `+${stranger.phone}`);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(stranger.phone));
      await I.seeHeading('Set password');
      await I.type('newPassword', stranger.password);
      await I.type('confirmPassword', stranger.password);
      await I.press('Save password');
      await app.seeSignedIn({ username: stranger.username, phone_number: `+${stranger.phone}` });
    }),
  );
});

describe('An identifier to complete an account', () => {
  it(
    'that belongs to another account can be changed',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await signInShort(fixtures, email());
      await I.seeHeading('Link email');
      await I.type('identifier', setup.people.alice.email);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(setup.people.alice.email));
      await I.see(`The account with email ${setup.people.alice.email}`);
      await I.press('Change email');
      await I.seeHeading('Link email');
      await I.replace('identifier', setup.stranger.email);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );

  it(
    'shows an error at the field if the username is taken',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.settings({
        signUp: {
          identifiers: ['email'],
          password: false,
          verify: true,
          secondaryIdentifiers: [{ identifier: 'username', verify: false }],
        },
      });
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.stranger.email);
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await I.seeHeading('Set username');
      await I.type('identifier', setup.people.alice.username);
      await I.press('Continue');
      await I.seeField('identifier', { error: 'Username already exists', focused: true });
      await I.replace('identifier', setup.stranger.username);
      await I.press('Continue');
      await app.seeSignedIn({ username: setup.stranger.username });
    }),
  );

  it(
    'shows an error at the field, without a request, if it is no valid address',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await signInShort(fixtures, email());
      await I.seeHeading('Link email');
      I.traffic.clear();
      for (const [typed, error] of [
        ['', 'Email is required'],
        ['stranger', 'The email is invalid'],
      ] as const) {
        if (typed) await I.replace('identifier', typed);
        await I.press('Continue');
        await I.seeField('identifier', { error, focused: true });
      }
      assert.deepEqual(I.traffic.calls(), []);
    }),
  );

  it(
    'shows an error at the field if the tenant blocks it',
    withPage(async (fixtures) => {
      const { I, qa, setup } = fixtures;
      await qa.preset('email-blocklist');
      await signInShort(fixtures, email());
      await I.seeHeading('Link email');
      await I.type('identifier', 'somebody@blocked.example');
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode('somebody@blocked.example'));
      await I.seeHeading('Link email');
      await I.see('somebody@blocked.example');
    }),
  );

  it(
    'keeps its screen after a reload, and the sign-in continues',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await signInShort(fixtures, email());
      await I.seeHeading('Link email');
      await I.reload();
      await I.seeHeading('Link email');
      await I.type('identifier', setup.stranger.email);
      await I.press('Continue');
      await I.seeHeading('Verify your email');
      await I.reload();
      await I.seeHeading('Verify your email');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );
});

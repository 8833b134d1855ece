import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('The app may ask for a first screen', () => {
  for (const [wanted, path, heading] of [
    ['sign_in', '/sign-in', 'Sign in to your account'],
    ['register', '/register', 'Create your account'],
    ['identifier:sign_in', '/identifier-sign-in', 'Sign in'],
    ['identifier:register', '/identifier-register', 'Create account'],
    ['reset_password', '/reset-password', 'Reset password'],
    ['single_sign_on', '/single-sign-on', 'Single Sign-On'],
  ] as const) {
    it(
      `${wanted}: ${heading}, at its own address, also after a reload`,
      withPage(async ({ I, app, qa, setup }) => {
        await qa.preset(wanted === 'single_sign_on' ? 'single-sign-on' : 'recovery');
        await app.startSignIn({ first_screen: wanted });
        await I.seeHeading(heading);
        await I.seeAddress(`${path}?app_id=${setup.appId}`);
        await I.reload();
        await I.seeHeading(heading);
        await I.seeAddress(`${path}?app_id=${setup.appId}`);
      }),
    );
  }

  it(
    'for people who sign in with certain identifiers: only those are taken, and all options are one step away',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn({ first_screen: 'identifier:sign_in', identifier: 'email' });
      await I.dontSee('Continue with DingTalk');
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.seeField('identifier', { error: 'The email is invalid', focused: true });
      await I.reload();
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.seeField('identifier', { error: 'The email is invalid' });
      await I.press('All sign-in options');
      await I.seeHeading('Sign in to your account');
      await I.seeButton('Continue with DingTalk');
      await I.signInWithPassword(alice);
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'for people who register with certain identifiers: only those are taken',
    withPage(async ({ I, app, setup }) => {
      const { stranger } = setup;
      await app.startSignIn({ first_screen: 'identifier:register', identifier: 'phone' });
      await I.type('identifier', stranger.email);
      await I.press('Create account');
      await I.seeField('identifier', { error: 'The phone number is invalid', focused: true });
      await I.replace('identifier', `+${stranger.phone}`);
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode(stranger.phone));
      await app.seeSignedIn({ phone_number: `+${stranger.phone}` });
    }),
  );

  for (const identifier of ['nonsense', 'username nonsense', '<b>', '%']) {
    it(
      `with identifiers that are none, as "${identifier}": there is still a way in`,
      withPage(async ({ I, app, setup }) => {
        await app.startSignIn({ first_screen: 'identifier:sign_in', identifier });
        await I.signInWithPassword(setup.people.alice);
        await app.seeSignedIn({ username: setup.people.alice.username });
      }),
    );
  }

  it(
    'for a new password: the way ends on the sign-in screen',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('recovery');
      await app.startSignIn({ first_screen: 'reset_password' });
      await I.press('Back to sign in');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

describe('A first screen that the tenant does not have', () => {
  for (const [preset, wanted, heading] of [
    ['sign-in-only', 'register', 'Sign in to your account'],
    ['register-only', 'sign_in', 'Create your account'],
    ['default', 'reset_password', 'Sign in to your account'],
    ['default', 'single_sign_on', 'Sign in to your account'],
  ] as const) {
    it(
      `${wanted} (${preset}) is the one that it has: ${heading}`,
      withPage(async ({ I, app, qa }) => {
        await qa.preset(preset);
        await app.startSignIn({ first_screen: wanted });
        await I.seeHeading(heading);
      }),
    );
  }
});

describe('A tenant that', () => {
  it(
    'only allows sign-in offers registration on no screen',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('sign-in-only');
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
      await I.dontSee('Create account');
      await I.visit(`${setup.origin}/register?app_id=${setup.appId}`);
      await I.seeHeading('Sign in to your account');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'only allows registration offers no sign-in, and registration works',
    withPage(async ({ I, app, qa, setup }) => {
      const { stranger } = setup;
      await qa.preset('register-only');
      await app.startSignIn();
      await I.seeHeading('Create your account');
      await I.dontSee('Already have an account?');
      await I.type('identifier', stranger.email);
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode(stranger.email));
      await app.seeSignedIn({ email: stranger.email });
    }),
  );

  it(
    'has exhausted its e-mail quota leads to the password, and shows the reason',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('email-quota');
      await qa.settings({
        signIn: { methods: [{ identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false }] },
      });
      await app.startSignIn();
      await I.type('identifier', alice.email);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await I.type('password', alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'has exhausted its e-mail quota and has no passwords shows an error',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('email-quota');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.stranger.email);
      await I.press('Create account');
      await I.seeAlert('Failed to send the verification code. Please try again later.');
      await I.replace('identifier', `+${setup.stranger.phone}`);
      await I.press('Create account');
      await I.seeHeading('Verify your phone number');
    }),
  );
});

describe('A login hint', () => {
  for (const [screen, button] of [
    ['sign_in', 'Sign in'],
    ['register', 'Create account'],
    ['reset_password', 'Continue'],
  ] as const) {
    it(
      `is in the field of the first screen (${screen})`,
      withPage(async ({ I, app, qa, setup }) => {
        await qa.preset('recovery');
        await app.startSignIn({ first_screen: screen, login_hint: setup.people.alice.email });
        await I.seeField('identifier', { value: setup.people.alice.email });
        await I.seeButton(button);
      }),
    );
  }

  it(
    'may be a phone number of the country, without its calling code: no foreign number is made of it',
    withPage(async ({ I, app }) => {
      await app.startSignIn({ ui_locales: 'zh-CN', login_hint: '13800138000' });
      await I.seeField('identifier', { value: '13800138000' });
      const typed = await I.text();
      assert.ok(!typed.includes('+1 380') && !typed.includes('+7'), typed);
    }),
  );

  it(
    'is ignored if the tenant does not accept it',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('username-only');
      await app.startSignIn({ login_hint: setup.people.alice.email });
      await I.seeField('identifier', { value: '' });
    }),
  );
});

describe('Text typed on a first screen', () => {
  it(
    'is there after a reload once it was submitted, and on the other first screen',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', alice.email);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await I.goBack();
      await I.seeField('identifier', { value: alice.email });
      await I.reload();
      await I.seeField('identifier', { value: alice.email });
      await I.press('Create account');
      await I.seeHeading('Create your account');
      await I.seeField('identifier', { value: alice.email });
    }),
  );

  it(
    'is removed after the sign-in, so that the next person in this tab does not see it',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
      await app.signOut();
      await app.startSignIn();
      await I.seeField('identifier', { value: '' });
    }),
  );
});

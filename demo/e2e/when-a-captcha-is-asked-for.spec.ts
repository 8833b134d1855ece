import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { covered } from './support/single-sign-on.ts';
import { box, captchaScripts, solve } from './support/captcha.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('A captcha is asked for', () => {
  it(
    'with a password, and again with the next one when that was wrong',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('captcha');
      await app.startSignIn();
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await I.dontSee(box);
      await I.type('password', 'wrong');
      await I.press('Continue');
      await solve(I);
      await I.seeField('password', { error: 'Incorrect account or password. Please check your input.', focused: true });
      await I.replace('password', alice.password);
      await I.press('Continue');
      await solve(I);
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'where accounts are made',
    withPage(async ({ I, app, qa, setup }) => {
      const { email } = setup.stranger;
      await qa.preset('captcha');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', email);
      await I.press('Create account');
      await solve(I);
      await I.seeHeading('Verify your email');
      await I.type('passcode', await setup.receiveCode(email));
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'where accounts have usernames, once for name and password',
    withPage(async ({ I, app, qa, setup }) => {
      const { username, password } = setup.stranger;
      await qa.preset('captcha');
      await qa.settings({ signUp: { identifiers: ['username'], password: true, verify: false } });
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', username);
      await I.press('Create account');
      await solve(I);
      await I.seeHeading('Set password');
      await I.type('newPassword', password);
      await I.type('confirmPassword', password);
      await I.press('Save password');
      await app.seeSignedIn({ username });
    }),
  );

  it(
    'where a password was forgotten',
    withPage(async ({ I, app, qa, setup }) => {
      const { email } = setup.people.alice;
      await qa.preset('captcha');
      await qa.settings({ forgotPasswordMethods: ['EmailVerificationCode'] });
      await app.startSignIn({ first_screen: 'reset_password' });
      await I.type('identifier', email);
      await I.press('Continue');
      await solve(I);
      await I.seeHeading('Verify your email');
    }),
  );
});

describe('Nobody is asked', () => {
  it(
    'who comes by a provider',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('captcha');
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
      assert.deepEqual(captchaScripts(I), []);
    }),
  );

  it(
    'who comes by their company',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await qa.settings({ captchaPolicy: { enabled: true } });
      await qa.tenant({ captcha: { type: 'Turnstile', siteKey: 'demo-site-key' } });
      await app.startSignIn();
      await I.type('identifier', 'erin@acme.example');
      await I.see(covered);
      await I.press('Single Sign-On');
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
      assert.deepEqual(captchaScripts(I), []);
    }),
  );

  it(
    'who comes by a link',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('captcha');
      await I.visit(new URL((await qa.magicLink(alice.email)).link, setup.appAddress).href);
      await app.seeSignedIn({ username: alice.username });
      assert.deepEqual(captchaScripts(I), []);
    }),
  );
});

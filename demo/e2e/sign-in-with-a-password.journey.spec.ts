import { describe, it } from 'node:test';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('Signing in with a password', () => {
  it(
    'leads from the app through the page back to the app, signed in; signing out ends it',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
      await I.signInWithPassword(alice);
      await app.seeSignedIn({ username: alice.username, email: alice.email, phone_number: `+${alice.phone}` });
      await app.signOut();
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
    }),
  );

  it(
    'lets a person through who is signed in already',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', alice.email);
      await I.pressKey('Enter');
      await I.seeField('password', { focused: true });
      await I.keys(alice.password);
      await I.pressKey('Enter');
      await app.seeSignedIn();
      await I.page.evaluate(() => sessionStorage.clear());
      await app.leaveForSignIn();
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'takes identifier and password in one form where there are only passwords',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('password-only');
      await app.startSignIn();
      await I.type('identifier', alice.username);
      await I.type('password', alice.password);
      await I.press('Sign in');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'takes a phone number with its calling code',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('password-only');
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.type('password', alice.password);
      await I.press('Sign in');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'begins with what the app hints at',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn({ login_hint: alice.email });
      await I.seeField('identifier', { value: alice.email });
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ email: alice.email });
    }),
  );

  it(
    'shows the password when asked to, and hides it again',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.type('password', 'visible');
      await I.press('Show password');
      const type = () => I.page.$eval('input[name=password]', (input) => input.type);
      await I.seeButton('Hide password');
      if ((await type()) !== 'text') throw new Error('The password is not shown.');
      await I.press('Hide password');
      await I.seeButton('Show password');
      if ((await type()) !== 'password') throw new Error('The password is still shown.');
      await I.seeField('password', { value: 'visible' });
    }),
  );
});

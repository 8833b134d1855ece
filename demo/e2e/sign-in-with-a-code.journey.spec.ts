import { describe, it } from 'node:test';
import { installClock } from './support/clock.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('Signing in with a one-time code', () => {
  it(
    'takes the code of a text message and submits it by itself',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.press('Sign in');
      await I.seeHeading('Verify your phone number');
      await I.see(`+${alice.phone}`);
      await I.seeField('passcode', { focused: true, value: '' });
      await I.keys(await setup.receiveCode(alice.phone));
      await app.seeSignedIn({ phone_number: `+${alice.phone}` });
      await app.signOut();
    }),
  );

  it(
    'takes the code of an e-mail instead of the password',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', alice.email);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await I.press('Sign in with verification code');
      await I.seeHeading('Verify your email');
      await I.see(alice.email);
      await I.type('passcode', await setup.receiveCode(alice.email));
      await app.seeSignedIn({ email: alice.email });
      await app.signOut();
    }),
  );

  it(
    'accepts a code pasted with surrounding text, and full-width digits',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.press('Sign in');
      await I.see(`+${alice.phone}`);
      const code = await setup.receiveCode(alice.phone);
      const fullWidth = String.fromCodePoint(...[...code].map((digit) => 0xff10 + Number(digit)));
      await I.paste('passcode', `Your code: ${fullWidth}. Do not share it.`);
      // A code that was found among words is a guess, and never sent by itself.
      await I.press('Continue');
      await app.seeSignedIn({ phone_number: `+${alice.phone}` });
    }),
  );

  it(
    'shows at the field that a code is wrong; typing over it is enough to continue',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.press('Sign in');
      const code = await setup.receiveCode(alice.phone);
      const wrong = code === '000000' ? '111111' : '000000';
      await I.type('passcode', wrong);
      await I.seeField('passcode', { error: 'Invalid verification code.', focused: true, value: wrong });
      await I.keys(code);
      await app.seeSignedIn({ phone_number: `+${alice.phone}` });
    }),
  );

  it(
    'sends another code after a while, and only that one works then',
    withPage(async ({ I, app, page, setup }) => {
      const { alice } = setup.people;
      const clock = await installClock(page);
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.press('Sign in');
      await I.see('Resend after');
      const first = await setup.receiveCode(alice.phone);
      await clock.advance(59_000);
      await I.press('Resend verification code');
      await I.see('Verification code has been sent.');
      await I.see('Resend after');
      const second = await setup.receiveCode(alice.phone);
      if (first !== second) {
        await I.type('passcode', first);
        await I.seeField('passcode', { error: 'Invalid verification code.' });
      }
      await I.replace('passcode', second);
      await app.seeSignedIn({ phone_number: `+${alice.phone}` });
    }),
  );

  it(
    'leads to the password, where there is one, and back to choosing another account',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.press('Sign in');
      await I.press('Sign in with password');
      await I.seeHeading('Enter password');
      await I.seeField('password', { focused: true });
      await I.seeField('Account', { readonly: true });
      await I.press('Not you?');
      await I.seeHeading('Sign in to your account');
      await I.signInWithPassword(alice);
      await app.seeSignedIn({ username: alice.username });
    }),
  );
});

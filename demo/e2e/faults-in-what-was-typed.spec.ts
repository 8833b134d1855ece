import { describe, it } from 'node:test';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const incorrect = 'Incorrect account or password';

/** As far as the password screen of Alice. */
async function goToPassword({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<void> {
  await app.startSignIn();
  await I.type('identifier', setup.people.alice.username);
  await I.press('Sign in');
  await I.seeHeading('Enter password');
}

describe('An invalid identifier', () => {
  for (const [what, typed, error] of [
    ['nothing', '', 'Phone number, email, or username is required'],
    ['half an e-mail address', 'alice@', 'The phone number, email, or username is invalid'],
    ['a phone number that is too short', '+86 138', 'The phone number, email, or username is invalid'],
    ['a username that cannot be one', 'al ice', 'The phone number, email, or username is invalid'],
  ] as const) {
    it(
      `${what}: shows an error at the field, which has the focus and keeps its text; nothing is sent`,
      withPage(async ({ I, app, setup }) => {
        await app.startSignIn();
        if (typed) await I.type('identifier', typed);
        I.traffic.clear();
        await I.press('Sign in');
        await I.seeField('identifier', { error, focused: true });
        if (I.traffic.calls().length > 0) throw new Error(`Sent: ${I.traffic.calls().join(', ')}`);
        await I.replace('identifier', setup.people.alice.username);
        await I.seeField('identifier', { error: '' });
        await I.press('Sign in');
        await I.seeHeading('Enter password');
      }),
    );
  }

  it(
    'where only e-mail addresses are accepted: the error names them',
    withPage(async ({ I, app, qa }) => {
      await qa.settings({
        signIn: { methods: [{ identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: true }] },
      });
      await app.startSignIn();
      await I.type('Email', 'alice');
      await I.type('password', 'x');
      await I.press('Sign in');
      await I.seeField('Email', { value: 'alice', error: 'The email is invalid', focused: true });
    }),
  );
});

describe('A wrong password', () => {
  it(
    'shows an error at the field, which has the focus; the right one then works',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToPassword(fixtures);
      await I.type('password', 'wrong');
      await I.press('Continue');
      await I.seeField('password', { error: `${incorrect}. Please check your input.`, focused: true, value: 'wrong' });
      await I.replace('password', setup.people.alice.password);
      await I.seeField('password', { error: '' });
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'is missing: shows an error without a request',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToPassword(fixtures);
      I.traffic.clear();
      await I.press('Continue');
      await I.seeField('password', { error: 'Password is required', focused: true });
      if (I.traffic.calls().length > 0) throw new Error(`Sent: ${I.traffic.calls().join(', ')}`);
    }),
  );

  it(
    'next to an identifier shows one error for both, so that it does not reveal which accounts exist; both values stay',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('password-only');
      for (const name of [setup.people.alice.username, 'nobody']) {
        await app.startSignIn();
        await I.replace('identifier', name);
        await I.type('password', 'wrong');
        await I.press('Sign in');
        await I.seeAlert(incorrect);
        await I.seeField('identifier', { value: name, error: '' });
        await I.seeField('password', { value: 'wrong', error: '' });
        await I.seeFocusKept();
      }
    }),
  );

  it(
    'locks the account for a while after too many attempts; then the right one works',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await goToPassword(fixtures);
      for (let attempt = 1; attempt < 5; attempt += 1) {
        await I.replace('password', `wrong ${String(attempt)}`);
        await I.press('Continue');
        await I.seeField('password', { error: `${incorrect}. Please check your input.` });
      }
      await I.replace('password', 'wrong 5');
      await I.press('Continue');
      await I.seeAlert('in 10 minutes');
      await I.replace('password', setup.people.alice.password);
      await I.press('Continue');
      await I.seeAlert('in 10 minutes');
      await I.seeField('password', { value: setup.people.alice.password });
      await qa.letTimePass(11 * 60_000);
      await I.press('Continue');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

describe('A suspended account', () => {
  it(
    'shows a message with links to the support and back, also after a reload',
    withPage(async ({ I, app, setup }) => {
      const { suspended, alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', suspended.username);
      await I.press('Sign in');
      await I.type('password', suspended.password);
      await I.press('Continue');
      await I.seeHeading('Account suspended');
      await I.reload();
      await I.press('Not you?');
      await I.signInWithPassword(alice);
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'names the support of the tenant and leads back to the sign-in screen',
    withPage(async ({ I, app, setup }) => {
      const { suspended } = setup.people;
      await app.startSignIn();
      await I.type('identifier', suspended.username);
      await I.press('Sign in');
      await I.type('password', suspended.password);
      await I.press('Continue');
      await I.seeHeading('Account suspended');
      await I.seeLink('support@example.com');
      await I.press('Back to sign in');
      await I.seeHeading('Sign in to your account');
    }),
  );
});

import { describe, it } from 'node:test';
import { needs, onlyEmbedded } from './support/real-limits.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

const incorrect = 'Incorrect account or password';

/** As far as the password screen of Alice. */
async function goToPassword({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<void> {
  await app.startSignIn();
  await I.type('identifier', setup.people.alice.username);
  await I.press('Sign in');
  await I.seeHeading('Enter password');
}

/** As far as the code of Alice's phone, which was sent. */
async function goToCode({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<string> {
  await app.startSignIn();
  await I.type('identifier', `+${setup.people.alice.phone}`);
  await I.press('Sign in');
  await I.seeHeading('Verify your phone number');
  return setup.receiveCode(setup.people.alice.phone);
}

describe('Something wrong with the identifier', () => {
  for (const [what, typed, error] of [
    ['nothing', '', 'Phone number, email, or username is required'],
    ['half an e-mail address', 'alice@', 'The phone number, email, or username is invalid'],
    ['a phone number that is too short', '+86 138', 'The phone number, email, or username is invalid'],
    ['a username that cannot be one', 'al ice', 'The phone number, email, or username is invalid'],
  ] as const) {
    it(
      `${what}: said beside the field, which has the focus and keeps its text; nothing is sent`,
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
    'an e-mail address alone is wanted: the words are about that',
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
    'is said beside the field, which has the focus; the right one goes through after it',
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
    'is missing: said without asking the server',
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
    'beside an identifier is said about both, so that nobody learns which accounts exist; both texts stay',
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
    'too often locks the account for a while; after that the right one goes through',
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
    'is told so, with a way to the support and one back; a reload is no dead end',
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

describe('A wrong one-time code', () => {
  it(
    'is incomplete: said without asking the server',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToCode(fixtures);
      await I.type('passcode', '123');
      I.traffic.clear();
      await I.press('Continue');
      await I.seeField('passcode', { value: '123', error: 'The verification code is invalid.', focused: true });
      if (I.traffic.calls().length > 0) throw new Error(`Sent: ${I.traffic.calls().join(', ')}`);
    }),
  );

  it(
    'is too old: said so, and another one can be asked for',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      const code = await goToCode(fixtures);
      await qa.letTimePass(11 * 60_000);
      await I.type('passcode', code);
      await I.seeField('passcode', {
        error: 'Verification code has expired. Please request a new verification code.',
        focused: true,
      });
      await I.see('Resend');
    }),
  );

  it(
    'too often: said so, also for the right one',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await qa.settings({ sentinelPolicy: { maxAttempts: 100, lockoutDuration: 10 } });
      const code = await goToCode(fixtures);
      for (let attempt = 1; attempt <= 10; attempt += 1) {
        const wrong = String((Number(code) + attempt) % 1_000_000).padStart(6, '0');
        await I.replace('passcode', wrong);
        await until('the code to be sent', async () => {
          const sent = I.traffic.calls().filter((call) => call.endsWith('/verification-code/verify'));
          return sent.length === attempt;
        });
        await I.seeField('passcode', { error: 'Invalid verification code.', value: wrong, readonly: false });
      }
      await I.replace('passcode', code);
      await I.seeField('passcode', {
        error: 'Verification code retries limitation exceeded. Please request a new verification code.',
      });
    }),
  );

  it(
    'too many messages: said where the person is, and another way still works',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await qa.faults({
        endpoint: 'POST /api/experience/verification/verification-code',
        status: 429,
        code: 'request.message_rate_limited',
      });
      await I.type('identifier', alice.email);
      await I.press('Sign in');
      await I.press('Sign in with verification code');
      await I.seeAlert('Too many');
      await I.seeHeading('Enter password');
      await I.type('password', alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ email: alice.email });
    }),
  );

  it(
    'the provider sends no more to this number: said in words for people',
    withPage(async ({ I, app }) => {
      await app.startSignIn();
      onlyEmbedded(needs.refusedNumber);
      await I.type('identifier', '+8613800000429');
      await I.press('Sign in');
      await I.seeAlert('Too many attempts in a short time');
      await I.seeField('identifier', { readonly: false });
    }),
  );
});

describe('A right code of nobody', () => {
  it(
    'asks what to do, and goes back to choose another account',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.settings({ signUp: { identifiers: ['username'], password: true, verify: false } });
      await app.startSignIn();
      await I.type('identifier', '+8613900000000');
      await I.press('Sign in');
      await I.type('passcode', await setup.receiveCode('8613900000000'));
      await I.see('The account with phone number +8613900000000 does not exist.');
      await I.press('Change phone number');
      await I.seeHeading('Sign in to your account');
      await I.seeField('identifier', { focused: true });
    }),
  );
});

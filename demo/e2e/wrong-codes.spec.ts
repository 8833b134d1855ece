import { describe, it } from 'node:test';
import { needs, onlyEmbedded } from './support/real-limits.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

/** As far as the code of Alice's phone, which was sent. */
async function goToCode({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<string> {
  await app.startSignIn();
  await I.type('identifier', `+${setup.people.alice.phone}`);
  await I.press('Sign in');
  await I.seeHeading('Verify your phone number');
  return setup.receiveCode(setup.people.alice.phone);
}

describe('A wrong one-time code', () => {
  it(
    'is incomplete: shows an error without a request',
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

describe('A correct code for an address without an account', () => {
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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** To the screen for the code that was sent to this address. */
async function goToCode({ I, app }: Pick<Fixtures, 'I' | 'app'>, typed: string): Promise<void> {
  await app.startSignIn({ first_screen: 'register' });
  await I.seeHeading('Create your account');
  await I.type('identifier', typed);
  await I.press('Create account');
  await I.seeHeading(typed.includes('@') ? 'Verify your email' : 'Verify your phone number');
}

describe('Registering with a one-time code', () => {
  it(
    'makes an account of an e-mail address',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { email } = setup.stranger;
      await goToCode(fixtures, email);
      await I.seeAddress(`/register/verification-code?app_id=${setup.appId}`);
      await I.see(email);
      await I.seeField('passcode', { focused: true });
      await I.keys(await setup.receiveCode(email));
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'makes an account of a phone number',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { phone } = setup.stranger;
      await goToCode(fixtures, `+${phone}`);
      await I.see(`+${phone}`);
      await I.keys(await setup.receiveCode(phone));
      await app.seeSignedIn({ phone_number: `+${phone}` });
    }),
  );

  it(
    'says beside the field that a code is wrong; the right one still makes the account',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { email } = setup.stranger;
      await goToCode(fixtures, email);
      const code = await setup.receiveCode(email);
      const wrong = code === '000000' ? '111111' : '000000';
      await I.type('passcode', wrong);
      await I.seeField('passcode', { error: 'Invalid verification code.', focused: true, value: wrong });
      await I.keys(code);
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'survives a reload, back and forward without another message',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { email } = setup.stranger;
      await goToCode(fixtures, email);
      const code = await setup.receiveCode(email);
      await I.reload();
      await I.seeHeading('Verify your email');
      await I.goBack();
      await I.seeHeading('Create your account');
      await I.seeField('identifier', { value: email });
      await I.goForward();
      await I.seeHeading('Verify your email');
      assert.equal((await qa.outbox(email)).length, 1);
      await I.type('passcode', code);
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'takes no username where people sign up with addresses: said beside the field',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.stranger.username);
      await I.press('Create account');
      await I.seeField('identifier', { error: 'The email or phone number is invalid', focused: true });
    }),
  );
});

describe('An address that belongs to an account already', () => {
  it(
    'signs in to that account with the code that was typed, if the person wants that',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { alice } = setup.people;
      await goToCode(fixtures, alice.email);
      await I.type('passcode', await setup.receiveCode(alice.email));
      await I.see(`An account with ${alice.email} already exists. Continue to sign in.`);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'leads back to the form, if the person does not want that, and another address will do',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { alice } = setup.people;
      const { email } = setup.stranger;
      await goToCode(fixtures, alice.email);
      await I.type('passcode', await setup.receiveCode(alice.email));
      await I.see('already exists');
      await I.press('Cancel');
      await I.seeHeading('Create your account');
      await I.seeField('identifier', { value: alice.email });
      await I.replace('identifier', email);
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode(email));
      await app.seeSignedIn({ email });
    }),
  );

  for (const [where, settings] of [
    [
      'nobody signs in with codes',
      { signIn: { methods: [{ identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: true }] } },
    ],
    ['nobody signs in at all', { signInMode: 'Register' }],
  ] as const) {
    it(
      `is said, where ${where}, with a way to another address and no other`,
      withPage(async (fixtures) => {
        const { I, app, qa, setup } = fixtures;
        const { alice } = setup.people;
        await qa.settings({ signUp: { identifiers: ['email'], password: false, verify: true }, ...settings });
        await app.startSignIn({ first_screen: 'register' });
        await I.type('identifier', alice.email);
        await I.press('Create account');
        await I.type('passcode', await setup.receiveCode(alice.email));
        await I.see(`The account with email ${alice.email} is linked to another account. Please try another email.`);
        assert.equal(await fixtures.page.$$eval('dialog[open] button', (found) => found.length), 1);
        await I.press('Change email');
        await I.seeHeading('Create your account');
        await I.replace('identifier', setup.stranger.email);
        await I.press('Create account');
        await I.seeHeading('Verify your email');
      }),
    );
  }
});

describe('Somebody unknown who signs in with a code', () => {
  async function giveCode({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<void> {
    const { phone } = setup.stranger;
    await app.startSignIn();
    await I.type('identifier', `+${phone}`);
    await I.press('Sign in');
    await I.seeHeading('Verify your phone number');
    await I.type('passcode', await setup.receiveCode(phone));
    await I.see(`No account found for +${phone}. Create a new one?`);
  }

  it(
    'gets an account, if they want one, without another code',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await giveCode(fixtures);
      await I.press('Continue');
      await app.seeSignedIn({ phone_number: `+${setup.stranger.phone}` });
    }),
  );

  it(
    'goes back to the sign-in screen, if they want none',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      await giveCode(fixtures);
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      await I.signInWithPassword(setup.people.alice);
      await fixtures.app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

describe('An e-mail address that the tenant blocks', () => {
  for (const [what, address, said] of [
    ['by its domain', 'somebody@blocked.example', 'blocked'],
    ['by itself', 'mallory@example.com', 'blocked'],
    ['for a plus', 'stranger+1@example.com', 'Email addresses with a plus sign cannot be used here. Enter yours without it.'],
  ] as const) {
    it(
      `${what} is refused beside the field; another one will do`,
      withPage(async ({ I, app, qa, setup }) => {
        await qa.preset('email-blocklist');
        await app.startSignIn({ first_screen: 'register' });
        await I.type('identifier', address);
        await I.press('Create account');
        await I.see(said === 'blocked' ? address : said);
        await I.seeField('identifier', { focused: true, value: address });
        assert.equal(await I.page.$eval('input[name=identifier]', (input) => input.getAttribute('aria-invalid')), 'true');
        await I.replace('identifier', setup.stranger.email);
        await I.press('Create account');
        await I.seeHeading('Verify your email');
        await I.type('passcode', await setup.receiveCode(setup.stranger.email));
        await app.seeSignedIn({ email: setup.stranger.email });
      }),
    );
  }
});

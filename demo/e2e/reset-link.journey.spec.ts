import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MagicLinkOptions } from './support/qa.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { readableData } from './support/readable-data.ts';

const { withPage } = e2eSuite();

const fresh = 'violet-Harbor-42';

/** Follows a link to set a new password; `withAddress: false`: one that does not say whom it was sent to. */
async function followLink(
  { I, qa, setup }: Pick<Fixtures, 'I' | 'qa' | 'setup'>,
  { withAddress = true, ...options }: MagicLinkOptions & { readonly withAddress?: boolean } = {},
): Promise<string> {
  const { token, link } = await qa.magicLink(setup.people.alice.email, { interactionEvent: 'ForgotPassword', ...options });
  await I.visit(new URL(withAddress ? link : link.replace(/&login_hint=[^&]+/, ''), setup.appAddress).href);
  return token;
}

async function setPassword({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<void> {
  const { alice } = setup.people;
  await I.seeHeading('New password');
  await I.type('newPassword', fresh);
  await I.press('Save password');
  await I.see('Password changed');
  await I.replace('identifier', alice.username);
  await I.press('Sign in');
  await I.type('password', fresh);
  await I.press('Continue');
  await app.seeSignedIn({ username: alice.username });
}

describe('A link to set a new password', () => {
  it(
    'leads there at once; signing in takes the new one',
    withPage(async (fixtures) => {
      const { I, qa, setup } = fixtures;
      await qa.preset('recovery');
      const token = await followLink(fixtures);
      await I.seeHeading('New password');
      await I.seeAddress(`/forgot-password/reset?app_id=${setup.appId}`);
      assert.ok(!(await readableData(I.page)).includes(token));
      await setPassword(fixtures);
    }),
  );

  it(
    'works where nobody can have codes sent, and through a reload',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await followLink(fixtures);
      await I.seeHeading('New password');
      await I.reload();
      const { alice } = fixtures.setup.people;
      await I.seeHeading('New password');
      await I.type('newPassword', fresh);
      await I.type('confirmPassword', fresh);
      await I.press('Save password');
      await I.see('Password changed');
      await I.replace('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', fresh);
      await I.press('Continue');
      await fixtures.app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'that does not say for whom asks for the address first',
    withPage(async (fixtures) => {
      const { I, qa, setup } = fixtures;
      await qa.preset('recovery');
      const token = await followLink(fixtures, { withAddress: false });
      await I.seeHeading('Reset password');
      await I.see('Enter the email address associated with your account to continue resetting your password.');
      await I.seeField('identifier', { focused: true });
      assert.ok(!(await I.address()).href.includes(token));
      await I.keys(setup.people.alice.email);
      await I.pressKey('Enter');
      await setPassword(fixtures);
      assert.deepEqual(await qa.outbox(setup.people.alice.email), []);
    }),
  );

  it(
    'that does not say for whom does nothing for anybody else',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await qa.preset('recovery');
      await followLink(fixtures, { withAddress: false });
      await I.type('identifier', 'maria@example.com');
      await I.press('Continue');
      await I.seeHeading('Invalid link');
      await I.follow('Back to the app');
      await I.see('You are not signed in');
    }),
  );

  it(
    'says beside the field that an address is none',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await qa.preset('recovery');
      await followLink(fixtures, { withAddress: false });
      await I.type('identifier', 'alice');
      await I.press('Continue');
      await I.seeField('identifier', { error: 'The email is invalid', focused: true });
    }),
  );

  for (const [what, options] of [
    ['was used already', { status: 'consumed' }],
    ['is too old', { expiresIn: -1 }],
    ['was called back', { status: 'revoked' }],
    ['is for signing in', { interactionEvent: 'SignIn' }],
  ] as const) {
    it(
      `that ${what} is said to be no good, with a way back to the app, where signing in works`,
      withPage(async ({ I, app, qa, setup }) => {
        const { alice } = setup.people;
        await qa.preset('recovery');
        const { token, email } = await qa.magicLink(alice.email, { interactionEvent: 'ForgotPassword', ...options });
        const query = { one_time_token: token, login_hint: email, first_screen: 'reset_password' };
        await I.visit(`${setup.appAddress}?${new URLSearchParams(query).toString()}`);
        await I.seeHeading('Invalid link');
        await I.see('may have expired or is no longer valid');
        await I.follow('Back to the app');
        await I.press('Sign in');
        await I.seeHeading('Sign in to your account');
        await I.signInWithPassword(alice);
        await app.seeSignedIn({ username: alice.username });
      }),
    );
  }

  it(
    'takes no password that the account has now',
    withPage(async (fixtures) => {
      const { I, qa, setup } = fixtures;
      await qa.preset('recovery');
      await followLink(fixtures);
      await I.type('newPassword', setup.people.alice.password);
      await I.press('Save password');
      await I.seeField('newPassword', { error: 'New password cannot be the same as your old password.', focused: true });
    }),
  );
});

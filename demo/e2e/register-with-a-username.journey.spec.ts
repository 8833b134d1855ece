import { describe, it } from 'node:test';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** From the sign-in screen of a tenant whose people have usernames to the screen for the password. */
async function goToPassword({ I, app, qa, setup }: Pick<Fixtures, 'I' | 'app' | 'qa' | 'setup'>): Promise<void> {
  await qa.preset('username-only');
  await app.startSignIn();
  await I.press('Create account');
  await I.seeHeading('Create your account');
  await I.seeAddress(`/register?app_id=${setup.appId}`);
  await I.type('identifier', setup.stranger.username);
  await I.press('Create account');
  await I.seeHeading('Set password');
}

describe('Registering with a username and a password', () => {
  it(
    'makes an account, signs in to it, and leads back to the app',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { username, password } = setup.stranger;
      await goToPassword(fixtures);
      await I.seeAddress(`/continue/password?app_id=${setup.appId}`);
      await I.seeField('newPassword', { focused: true });
      await I.keys(password);
      await I.type('confirmPassword', password);
      await I.press('Save password');
      await app.seeSignedIn({ username });
      await app.signOut();
      await app.startSignIn();
      await I.type('identifier', username);
      await I.type('password', password);
      await I.press('Sign in');
      await app.seeSignedIn({ username });
    }),
  );

  it(
    'needs no mouse',
    withPage(async ({ I, app, qa, setup }) => {
      const { username, password } = setup.stranger;
      await qa.preset('username-only');
      await app.startSignIn();
      await I.tabTo('button', 'Create account');
      await I.pressKey('Enter');
      await I.seeField('identifier', { focused: true });
      await I.keys(username);
      await I.pressKey('Enter');
      await I.seeField('newPassword', { focused: true });
      await I.keys(password);
      await I.tabToField('confirmPassword');
      await I.keys(password);
      await I.pressKey('Enter');
      await app.seeSignedIn({ username });
    }),
  );

  it(
    'says beside the field that somebody has the name; another one will do',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('username-only');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.people.alice.username);
      await I.press('Create account');
      await I.seeField('identifier', { error: 'Username already exists', focused: true, value: setup.people.alice.username });
      await I.replace('identifier', setup.stranger.username);
      await I.seeField('identifier', { error: '' });
      await I.press('Create account');
      await I.seeHeading('Set password');
    }),
  );

  for (const [what, typed, error] of [
    ['nothing', '', 'Username is required'],
    ['a name that begins with a digit', '1stranger', 'Username should not start with a number'],
    ['a name with a space', 'a stranger', 'Username should only contain letters, numbers, or underscores.'],
    ['an address', 'stranger@example.com', 'Username should only contain letters, numbers, or underscores.'],
  ] as const) {
    it(
      `says beside the field what is wrong with ${what}, before anything is sent`,
      withPage(async ({ I, app, qa }) => {
        await qa.preset('username-only');
        await app.startSignIn({ first_screen: 'register' });
        I.traffic.clear();
        if (typed) await I.type('identifier', typed);
        await I.press('Create account');
        await I.seeField('identifier', { error, focused: true, value: typed });
        if (I.traffic.calls().length > 0) throw new Error(`Sent: ${I.traffic.calls().join(', ')}`);
      }),
    );
  }

  it(
    'leads back to the name, which is still there, and to the sign-in screen',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      await goToPassword(fixtures);
      await I.press('Back');
      await I.seeHeading('Create your account');
      await I.seeField('identifier', { value: setup.stranger.username });
      await I.press('Sign in');
      await I.seeHeading('Sign in to your account');
    }),
  );

  it(
    'goes on with another name after the way back',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToPassword(fixtures);
      await I.goBack();
      await I.seeHeading('Create your account');
      await I.replace('identifier', `${setup.stranger.username}2`);
      await I.press('Create account');
      await I.seeHeading('Set password');
      await I.type('newPassword', setup.stranger.password);
      await I.type('confirmPassword', setup.stranger.password);
      await I.press('Save password');
      await app.seeSignedIn({ username: `${setup.stranger.username}2` });
    }),
  );
});

describe('The tenant’s rules for usernames', () => {
  it(
    'are said before one types, and each is said when it is broken',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('username-policy');
      await app.startSignIn({ first_screen: 'register' });
      await I.see('must be 4 to 12 characters');
      await I.see('lowercase letters and numbers');
      for (const [typed, error] of [
        ['abc', 'Username must be at least 4 characters long.'],
        ['abcdefghijklm', 'Username must be at most 12 characters long.'],
        ['Stranger', 'Uppercase letters are not allowed in usernames.'],
        ['the_stranger', 'Underscores are not allowed in usernames.'],
      ] as const) {
        await I.replace('identifier', typed);
        await I.press('Create account');
        await I.seeField('identifier', { error, focused: true });
      }
      await I.replace('identifier', setup.stranger.username);
      await I.press('Create account');
      await I.seeHeading('Set password');
    }),
  );

  it(
    'are kept by the server, too, and what it refuses is said the same way',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('username-policy');
      await app.startSignIn({ first_screen: 'register' });
      await qa.faults({ endpoint: 'POST /api/experience/profile', status: 422, code: 'user.username_uppercase_not_allowed' });
      await I.type('identifier', setup.stranger.username);
      await I.press('Create account');
      await I.seeField('identifier', { error: 'Uppercase letters are not allowed in usernames.', focused: true });
    }),
  );
});

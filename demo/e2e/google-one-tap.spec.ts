import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept } from './support/interception.ts';
import type { Person } from './support/person.ts';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { readableData } from './support/readable-data.ts';

const { withPage } = e2eSuite();

const terms = 'please agree to the';
const invalid = 'The authorization is invalid';

/** What Google's prompt is asked for; undefined while there is none. */
const offered = (I: Person): Promise<string | undefined> =>
  I.page.evaluate(() => document.getElementById('g_id_onload')?.dataset['context']);

const seePrompt = async (I: Person): Promise<ProviderPage> => {
  const prompt = new ProviderPage(await I.inFrame('Sign in with Google'));
  await prompt.see('Google');
  return prompt;
};

const seeNoPrompt = async (I: Person): Promise<void> => {
  assert.equal(await offered(I), undefined);
  assert.equal(await I.query('#google-one-tap-stand-in'), null);
};

/** The first screen with the prompt beside it. */
async function open({ app, qa, I }: Pick<Fixtures, 'app' | 'qa' | 'I'>): Promise<ProviderPage> {
  await qa.preset('google-one-tap');
  await app.startSignIn();
  return seePrompt(I);
}

/** As Google's script does before it posts an answer. */
const leaveToken = (I: Person, token: string): Promise<void> =>
  I.page.evaluate((value) => {
    document.cookie = `g_csrf_token=${value}; path=/`;
  }, token);

const hasAccount = async ({ qa }: Pick<Fixtures, 'qa'>, email: string): Promise<boolean> =>
  (await qa.users()).some(({ primaryEmail }) => primaryEmail === email);

describe('Google’s prompt', () => {
  it(
    'is there where one signs in or registers, and nowhere else',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      await open(fixtures);
      assert.equal(await offered(I), 'signin');
      await I.press('Create account');
      await I.seeHeading('Create your account');
      await seePrompt(I);
      assert.equal(await offered(I), 'signup');
      await I.press('Sign in');
      await I.seeHeading('Sign in to your account');
      await seePrompt(I);
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await seeNoPrompt(I);
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await seePrompt(I);
    }),
  );

  it(
    'leaves the focus where it was',
    withPage(async (fixtures) => {
      await open(fixtures);
      await fixtures.I.seeField('identifier', { focused: true });
    }),
  );

  for (const [what, parameters] of [
    ['where the app wants identifiers alone', { first_screen: 'identifier:sign_in', identifier: 'email' }],
    ['where the app wants new accounts of certain identifiers', { first_screen: 'identifier:register', identifier: 'email' }],
  ] as const) {
    it(
      `is not there ${what}`,
      withPage(async ({ I, app, qa }) => {
        await qa.preset('google-one-tap');
        await app.startSignIn(parameters);
        await I.seeField('identifier', { focused: true });
        await seeNoPrompt(I);
      }),
    );
  }

  it(
    'is not there, nor anything of Google’s, where the tenant did not turn it on',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('google');
      await app.startSignIn();
      await seeNoPrompt(I);
      await I.press('Continue with Google');
      await new ProviderPage(I).see('Google');
      await new ProviderPage(I).allowAs('newcomer');
      await app.seeSignedIn({ email: 'newcomer@example.com' });
      assert.ok(!I.traffic.requests.some(({ url }) => url.pathname.includes('/gsi/')));
    }),
  );

  it(
    'does not affect the page where Google cannot be reached',
    withPage(async ({ I, app, page, qa, setup }) => {
      await qa.preset('google-one-tap');
      await intercept(page, (request) => (request.url().includes('/gsi/client') ? 'fail' : undefined));
      await app.startSignIn();
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

describe('Somebody whom Google offers to sign in', () => {
  it(
    'gets an account the first time, and is known the next time',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await (await open(fixtures)).allowAs('newcomer');
      const { sub } = await app.seeSignedIn({ email: 'newcomer@example.com' });
      assert.ok(!(await readableData(I.page)).includes('credential'));
      await app.signOut();
      await app.startSignIn();
      await (await seePrompt(I)).allowAs('newcomer');
      assert.equal((await app.seeSignedIn({ email: 'newcomer@example.com' }))['sub'], sub);
    }),
  );

  it(
    'needs no mouse',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await open(fixtures);
      const prompt = await I.inFrame('Sign in with Google');
      await prompt.page.focus('#google-one-tap-stand-in');
      await prompt.tabTo('button', 'Allow');
      await I.pressKey('Enter');
      await app.seeSignedIn({ email: 'lin.xiaoyu@example.com' });
    }),
  );

  it(
    'can decline and sign in another way',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await (await open(fixtures)).cancel();
      await I.dontSee('Google stand-in');
      await I.seeHeading('Sign in to your account');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'is asked whether an account with the same address is theirs',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await (await open(fixtures)).allowAs('maria');
      await I.seeAddress(/^\/social\/link\/google-web\b/);
      await I.dontSee('maria@example.com');
    }),
  );

  it(
    'gets words where no accounts are made',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('google-one-tap');
      await qa.settings({ signInMode: 'SignIn' });
      await app.startSignIn();
      await (await seePrompt(I)).allowAs('newcomer');
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('No account belongs to this sign-in yet, and none can be made here.');
    }),
  );

  it(
    'agrees to the terms before there is an account, or there is none',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      await qa.preset('google-one-tap-terms');
      await app.startSignIn();
      await (await seePrompt(I)).allowAs('newcomer');
      await I.see(terms);
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      assert.equal(await hasAccount(fixtures, 'newcomer@example.com'), false);
      await (await seePrompt(I)).allowAs('newcomer');
      await I.press('Agree');
      await app.seeSignedIn({ email: 'newcomer@example.com' });
      await app.signOut();
      await app.startSignIn();
      await (await seePrompt(I)).allowAs('newcomer');
      await app.seeSignedIn({ email: 'newcomer@example.com' });
    }),
  );

  for (const [what, token] of [
    ['another token than the browser’s', '&g_csrf_token=another'],
    ['no token', ''],
  ] as const) {
    it(
      `is not taken from an answer with ${what}: nothing is sent, and the form is there`,
      withPage(async (fixtures) => {
        const { I, qa, setup } = fixtures;
        await open(fixtures);
        const credential = new URL(await qa.googleLink('newcomer'), setup.origin).searchParams.get('google_one_tap_credential');
        await leaveToken(I, 'the-browsers');
        I.traffic.clear();
        await I.visit(`${setup.origin}/callback/google-web?credential=${String(credential)}${token}`);
        await I.seeHeading('Sign in to your account');
        await I.seeAlert(invalid);
        assert.ok(!I.traffic.calls().some((call) => call.includes('/verify')), String(I.traffic.calls()));
        assert.ok(!(await readableData(I.page)).includes(String(credential)));
      }),
    );
  }

  it(
    'is not taken from a credential that Google did not sign',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      await open(fixtures);
      await leaveToken(I, 'same');
      await I.visit(`${setup.origin}/callback/google-web?credential=made.up.now&g_csrf_token=same`);
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('The service behind this option did not answer as expected.');
    }),
  );
});

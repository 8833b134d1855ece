import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const question = 'To proceed, please agree to the';

/** Calls by which a person gets further; what is only looked up is none. */
const steps = ({ I }: Pick<Fixtures, 'I'>) =>
  I.traffic.calls().filter((call) => call.includes('/api/experience') && !call.includes('sso-connectors'));

describe('Where new accounts have to agree to the terms', () => {
  it(
    'signing in asks for nothing',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('registration-terms');
      await app.startSignIn();
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }),
  );

  it(
    'registering does; without an agreement nothing is sent',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('registration-terms');
      await app.startSignIn();
      await I.press('Create account');
      await I.seeHeading('Create your account');
      await I.type('identifier', setup.stranger.email);
      I.traffic.clear();
      await I.press('Create account');
      await I.see(question);
      assert.deepEqual(steps(fixtures), []);
      await I.press('Agree');
      await I.seeHeading('Verify your email');
    }),
  );

  it(
    'a sign-in that turns into a registration asks before the account is made; declining makes none',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('registration-terms');
      const giveCode = async () => {
        await app.startSignIn();
        await I.replace('identifier', `+${setup.stranger.phone}`);
        await I.press('Sign in');
        await I.type('passcode', await setup.receiveCode(setup.stranger.phone));
        await I.see('Create a new one?');
        I.traffic.clear();
        await I.press('Continue');
        await I.see(question);
        assert.deepEqual(steps(fixtures), []);
      };
      await giveCode();
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      await giveCode();
      await I.press('Agree');
      await app.seeSignedIn({ phone_number: `+${setup.stranger.phone}` });
    }),
  );

  it(
    'a first visit by a provider asks before the account is made; a later one does not',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      const provider = new ProviderPage(I);
      await qa.preset('registration-terms');
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await provider.allowAs('newcomer');
      await I.see(question);
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      await I.press('Continue with DingTalk');
      await provider.allowAs('newcomer');
      await I.press('Agree');
      await app.seeSignedIn();
      await app.signOut();
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await provider.allowAs('newcomer');
      await app.seeSignedIn();
    }),
  );

  it(
    'a reload before the answer makes no account',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('registration-terms');
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('newcomer');
      await I.see(question);
      await I.reload();
      await I.seeHeading('Sign in to your account');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

describe('Where going on is agreeing', () => {
  it(
    'nothing is asked, and the terms are named on both first screens',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.see('By continuing, you agree to the Terms of Use and Privacy Policy.');
      assert.equal(await I.seeLink('Terms of Use'), 'https://example.com/terms');
      await I.press('Create account');
      await I.seeHeading('Create your account');
      await I.see('By continuing, you agree to the Terms of Use and Privacy Policy.');
      await I.type('identifier', setup.stranger.email);
      await I.press('Create account');
      await I.seeHeading('Verify your email');
    }),
  );

  it(
    'nothing is said where the tenant has no terms',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('no-terms');
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
      await I.dontSee('By continuing');
      await I.dontSee('Terms');
    }),
  );
});

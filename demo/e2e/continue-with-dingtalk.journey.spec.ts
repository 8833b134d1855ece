import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { stage } from './support/stage.ts';

const { controlled } = stage();

describe('Continuing with DingTalk', () => {
  it(
    'signs in the person whose DingTalk account is known, through the published connector',
    controlled(async ({ I, app }) => {
      const dingtalk = new ProviderPage(I);
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await dingtalk.see('DingTalk');
      await dingtalk.allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
      await app.signOut();
    }),
  );

  it(
    'asks DingTalk for no more than it needs, with a state and a callback address of this page',
    controlled(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).see('DingTalk');
      const { searchParams } = await I.address();
      assert.equal(searchParams.get('scope'), 'openid');
      assert.equal(searchParams.get('redirect_uri'), `${setup.origin}/callback/dingtalk-web`);
      assert.ok((searchParams.get('state') ?? '').length >= 16);
    }),
  );

  it(
    'comes back to the sign-in screen, with a word, when the person cancels at DingTalk; another way still works',
    controlled(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).cancel();
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('The service behind this option did not answer as expected.');
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'goes there at once when the app asks for it',
    controlled(async ({ I, app }) => {
      await app.leaveForSignIn({ direct_sign_in: 'social:dingtalk' });
      await new ProviderPage(I).allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );

  it(
    'shows the sign-in screen when the app asks for a provider that is not there',
    controlled(async ({ I, app, setup }) => {
      await app.startSignIn({ direct_sign_in: 'social:nobody' });
      await I.seeHeading('Sign in to your account');
      await I.seeAddress(`/sign-in?app_id=${setup.appId}`);
    }),
  );

  it(
    'says honestly that a new account is not possible here yet, and leads back',
    controlled(async ({ I, app }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('newcomer');
      await I.seeHeading('Not available here');
      await I.press('Back to sign in');
      await I.seeHeading('Sign in to your account');
    }),
  );
});

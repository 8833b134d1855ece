import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

for (const { name, target, connectorId, scope } of [
  { name: 'DingTalk', target: 'dingtalk', connectorId: 'dingtalk-web', scope: 'openid' },
  { name: 'Alipay', target: 'alipay', connectorId: 'alipay-web', scope: 'auth_user' },
] as const) {
  describe(`Continuing with ${name}`, () => {
    it(
      'signs in to a linked account through the published connector',
      withPage(async ({ I, app }) => {
        const provider = new ProviderPage(I);
        await app.startSignIn();
        await I.press(`Continue with ${name}`);
        await provider.see(name);
        await provider.allowAs('chen');
        await app.seeSignedIn({ username: 'chen' });
        await app.signOut();
      }),
    );

    it(
      'requests only the necessary scopes, with a state and the callback address of this page',
      withPage(async ({ I, app, setup }) => {
        await app.startSignIn();
        await I.press(`Continue with ${name}`);
        await new ProviderPage(I).see(name);
        const { searchParams } = await I.address();
        assert.equal(searchParams.get('scope'), scope);
        assert.equal(searchParams.get('redirect_uri'), `${setup.origin}/callback/${connectorId}`);
        assert.ok((searchParams.get('state') ?? '').length >= 16);
      }),
    );

    it(
      'leads back to the sign-in screen with a message when the person cancels; another method still works',
      withPage(async ({ I, app, setup }) => {
        const { alice } = setup.people;
        await app.startSignIn();
        await I.press(`Continue with ${name}`);
        await new ProviderPage(I).cancel();
        await I.seeHeading('Sign in to your account');
        await I.seeAlert(`You cancelled at ${name}.`);
        await I.signInWithPassword(alice);
        await app.seeSignedIn({ username: alice.username });
      }),
    );

    it(
      'starts at once when the app asks for it',
      withPage(async ({ I, app }) => {
        await app.leaveForSignIn({ direct_sign_in: `social:${target}` });
        await new ProviderPage(I).allowAs('chen');
        await app.seeSignedIn({ username: 'chen' });
      }),
    );
  });
}

describe('Continuing with an unknown provider', () => {
  it(
    'shows the sign-in screen',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn({ direct_sign_in: 'social:nobody' });
      await I.seeHeading('Sign in to your account');
      await I.seeAddress(`/sign-in?app_id=${setup.appId}`);
    }),
  );
});

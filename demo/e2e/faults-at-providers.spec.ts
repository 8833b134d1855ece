import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const invalid = 'The authorization is invalid';
const serviceFailed = 'The service behind this option did not answer as expected.';

describe('A provider that', () => {
  for (const [what, fault, said] of [
    ['cannot be found any more', { status: 404, code: 'entity.not_found' }, 'This is not available here.'],
    ['is set up wrongly', { status: 400, code: 'connector.invalid_config', data: { secret: 'not for people' } }, serviceFailed],
    ['fails without a code', { status: 500 }, 'The sign-in service is not working properly at the moment.'],
    [
      'answers JSON that ends too early',
      { malformed: true },
      'The answer of the sign-in service was incomplete or could not be read.',
    ],
  ] as const) {
    it(
      `${what} before the redirect: the sign-in screen shows an error, and another one works`,
      withPage(
        async ({ I, app, qa }) => {
          await app.startSignIn();
          await qa.faults({ endpoint: 'POST /api/experience/verification/social/dingtalk-web/authorization-uri', ...fault });
          await I.press('Continue with DingTalk');
          await I.seeAlert(said);
          await I.dontSee('not for people');
          await I.seeFocusKept();
          await I.press('Continue with Alipay');
          await new ProviderPage(I).allowAs('chen');
          await app.seeSignedIn({ username: 'chen' });
        },
        { expectedErrors: /^ApiError/ },
      ),
    );
  }

  for (const [what, fault, said] of [
    ['gives a code that is none', { status: 401, code: 'connector.social_auth_code_invalid' }, serviceFailed],
    ['answers garbage', { status: 400, code: 'connector.general', data: '{"errcode":40001}' }, serviceFailed],
    ['has forgotten the session', { status: 400, code: 'session.connector_validation_session_not_found' }, invalid],
  ] as const) {
    it(
      `${what} after the redirect: the sign-in screen shows an error, and the next try works`,
      withPage(async ({ I, app, qa, setup }) => {
        const provider = new ProviderPage(I);
        await app.startSignIn();
        await I.press('Continue with DingTalk');
        await provider.see('DingTalk');
        await qa.faults({ endpoint: 'POST /api/experience/verification/social/*', ...fault, times: 1 });
        await provider.allowAs('chen');
        await I.seeHeading('Sign in to your account');
        await I.seeAlert(said);
        await I.seeAddress(`/sign-in?app_id=${setup.appId}`);
        await I.press('Continue with DingTalk');
        await provider.allowAs('chen');
        await app.seeSignedIn({ username: 'chen' });
      }),
    );
  }
});

describe('A callback', () => {
  for (const [what, path] of [
    ['without a state', '/callback/dingtalk-web?authCode=x'],
    ['with another state', '/callback/dingtalk-web?authCode=x&state=somebody-elses'],
    ['of a connector that is not there', '/callback/nobody?code=x&state=x'],
    ['with nothing at all', '/callback/dingtalk-web'],
    ['with a state given twice', '/callback/dingtalk-web?state=&state=x&authCode=%'],
  ] as const) {
    it(
      `${what}: nothing is sent, the sign-in screen shows an error, and signing in works`,
      withPage(async ({ I, app, setup }) => {
        await app.startSignIn();
        I.traffic.clear();
        await I.visit(setup.origin + path);
        await I.seeHeading('Sign in to your account');
        await I.seeAlert(invalid);
        const verifications = I.traffic.calls().filter((call) => call.includes('/verification/'));
        assert.deepEqual(verifications, []);
        await I.press('Continue with DingTalk');
        await new ProviderPage(I).allowAs('chen');
        await app.seeSignedIn({ username: 'chen' });
      }),
    );
  }

  it(
    'works once: going back to it or reloading it sends nothing twice',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).see('DingTalk');
      const { searchParams } = await I.address();
      const answer = `${setup.origin}/callback/dingtalk-web?authCode=wrong&state=${searchParams.get('state') ?? ''}`;
      await I.visit(answer);
      await I.seeAlert(serviceFailed);
      I.traffic.clear();
      await I.visit(answer);
      await I.seeAlert(invalid);
      const verifications = I.traffic.calls().filter((call) => call.includes('/verification/'));
      assert.deepEqual(verifications, []);
    }),
  );

  it(
    'finds its attempt when an in-app browser opens it without session storage',
    withPage(async ({ I, app, setup, page }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).see('DingTalk');
      const { href } = await I.address();
      // Another tab of the same profile has the cookies and localStorage, not the tab's own storage.
      const tab = await I.openTab();
      await page.close();
      await tab.visit(href);
      await new ProviderPage(tab).allowAs('chen');
      // The app keeps its own state in the tab that is gone. Here it counts that the page signed in and brought the person to it.
      await tab.seeAddress(/^\/demo-app/);
      assert.equal((await tab.address()).origin, new URL(setup.appAddress).origin);
      assert.ok(tab.traffic.calls().includes('POST /api/experience/submit'));
    }),
  );
});

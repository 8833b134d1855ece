import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { stage } from './support/stage.ts';

const { controlled } = stage();

const invalid = 'The authorization is invalid';
const serviceFailed = 'The service behind this option did not answer as expected.';

describe('A provider that', () => {
  for (const [what, fault, said] of [
    ['cannot be found any more', { status: 404, code: 'entity.not_found' }, 'This is not available here.'],
    ['is set up wrongly', { status: 400, code: 'connector.invalid_config', data: { secret: 'not for people' } }, serviceFailed],
    ['fails without a code', { status: 500 }, 'Something went wrong'],
    ['answers JSON that ends too early', { malformed: true }, 'The service answered in an unexpected way.'],
  ] as const) {
    it(
      `${what} before the person leaves: said on the sign-in screen, and another one works`,
      controlled(
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
        { complaints: /^ApiError/ },
      ),
    );
  }

  for (const [what, fault, said] of [
    ['gives a code that is none', { status: 401, code: 'connector.social_auth_code_invalid' }, serviceFailed],
    ['answers garbage', { status: 400, code: 'connector.general', data: '{"errcode":40001}' }, serviceFailed],
    ['has forgotten the session', { status: 400, code: 'session.connector_validation_session_not_found' }, invalid],
  ] as const) {
    it(
      `${what} when the person is back: said on the sign-in screen, and the same one works at the next try`,
      controlled(async ({ I, app, qa, setup }) => {
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
      `${what}: nothing is sent, the sign-in screen says so, and signing in works`,
      controlled(async ({ I, app, setup }) => {
        await app.startSignIn();
        I.traffic.clear();
        await I.visit(setup.origin + path);
        await I.seeHeading('Sign in to your account');
        await I.seeAlert(invalid);
        const verifications = I.traffic.calls().filter((call) => call.includes('/verification/'));
        if (verifications.length > 0) throw new Error(`Sent: ${verifications.join(', ')}`);
        await I.press('Continue with DingTalk');
        await new ProviderPage(I).allowAs('chen');
        await app.seeSignedIn({ username: 'chen' });
      }),
    );
  }

  it(
    'works once: going back to it, or loading it again, sends nothing twice',
    controlled(async ({ I, app, setup }) => {
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
      if (verifications.length > 0) throw new Error(`Sent: ${verifications.join(', ')}`);
    }),
  );

  it(
    'finds its attempt again when an in-app browser opens it without the storage of the tab',
    controlled(async ({ I, app, setup, page }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      const provider = new ProviderPage(I);
      await provider.see('DingTalk');
      const address = (await I.address()).href;
      // Another tab of the same profile has the cookies and localStorage, not the tab's own storage.
      const tab = await page.browserContext().newPage();
      await page.close();
      await tab.goto(address);
      await tab.click('input[name=person][value=chen]');
      await tab.click('button[value=allow]');
      await tab.waitForSelector('#signed-in:not([hidden]), #problem:not(:empty)');
      const { pathname } = new URL(tab.url());
      // The app keeps its own state in the tab that is gone; that the page brought the person here is what counts.
      if (pathname !== '/demo-app' && pathname !== '/demo-app/callback') throw new Error(`The person is at ${pathname}.`);
      setup;
    }),
  );
});

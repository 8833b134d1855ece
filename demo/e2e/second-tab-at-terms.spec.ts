import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from './support/person.ts';
import { ProviderPage } from './support/provider-page.ts';
import { enter, openTabAt, steps } from './support/second-tab.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const question = 'please agree to the';

/** The sign-in is over: said, and the app knows who it was as soon as it asks. */
async function seeItIsOver(I: Person): Promise<void> {
  await I.seeHeading('Your session has ended');
  await I.follow('Back to the app');
  await I.press('Sign in');
  await I.see('You are signed in');
}

describe('While one tab asks for the terms, another', () => {
  const addresses: Readonly<Record<string, (tab: Person, fixtures: Fixtures) => Promise<void>>> = {
    '/sign-in/password': (tab, { setup }) => enter(tab, setup.people.alice.username),
    '/sign-in/verification-code': (tab, { setup }) => enter(tab, `+${setup.people.alice.phone}`),
    '/identifier-sign-in': (tab, { setup }) => enter(tab, setup.people.alice.username),
    '/register': (tab, { setup }) => enter(tab, setup.stranger.email),
    '/register/verification-code': (tab, { setup }) => enter(tab, setup.stranger.email),
    '/identifier-register': (tab, { setup }) => enter(tab, setup.stranger.email),
    '/single-sign-on/email': (tab) => enter(tab, 'erin@acme.example'),
    '/single-sign-on/connectors': (tab) => enter(tab, 'ivy@shared.example'),
    '/direct/social/dingtalk': async () => undefined,
    '/direct/sso/sso-acme': async () => undefined,
  };
  for (const [path, act] of Object.entries(addresses)) {
    it(
      `asks at ${path}, too, and sends nothing; the first goes on when it is agreed there`,
      withPage(async (fixtures) => {
        const { I, app, qa, setup } = fixtures;
        await qa.preset('single-sign-on-terms');
        await app.startSignIn();
        await enter(I, setup.people.alice.username);
        await I.see(question);
        const tab = await openTabAt(fixtures, path);
        await act(tab, fixtures);
        await tab.see(question);
        await tab.press('Cancel');
        await tab.dontSee(question);
        assert.deepEqual(steps(tab), []);
        await I.press('Agree');
        await I.seeHeading('Enter password');
      }),
    );
  }

  it(
    'asks whom a link brings',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('manual-terms');
      await app.startSignIn();
      await enter(I, setup.people.alice.username);
      await I.see(question);
      const { token, email } = await qa.magicLink(setup.people.alice.email);
      const link = new URLSearchParams({ one_time_token: token, login_hint: email });
      const tab = await openTabAt(fixtures, `/one-time-token?${link.toString()}`);
      await tab.see(question);
      assert.deepEqual(steps(tab), []);
    }),
  );

  it(
    'makes no account of what a provider answered to the first, which still can',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      await qa.preset('registration-terms');
      const before = (await qa.users()).length;
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('newcomer');
      await I.see(question);
      const answer = I.traffic.requests.find(({ url }) => url.pathname.startsWith('/callback/'))?.url;
      assert.ok(answer);
      const tab = await openTabAt(fixtures, answer.pathname + answer.search);
      await tab.seeHeading('Already in use');
      for (const path of ['/continue/extra-profile', '/continue/password', '/social/link/dingtalk-web']) {
        await (await openTabAt(fixtures, path)).page.waitForSelector('[data-step]');
      }
      assert.equal((await qa.users()).length, before);
      await I.press('Agree');
      await app.seeSignedIn();
      assert.equal((await qa.users()).length, before + 1);
    }),
  );

  it(
    'that comes back from the provider of the first asks for itself, and may finish',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('manual-terms');
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await I.press('Agree');
      await new ProviderPage(I).see('DingTalk');
      const tab = await I.openTab();
      await tab.visit((await I.address()).href);
      await new ProviderPage(tab).allowAs('chen');
      await tab.see(question);
      assert.deepEqual(steps(tab), []);
      await tab.press('Agree');
      await tab.seeAddress(/^\/demo-app/);
      assert.equal((await tab.address()).origin, new URL(setup.appAddress).origin);
    }),
  );

  it(
    'may agree and finish; what the first is told then is the truth',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.preset('manual-terms');
      await app.startSignIn();
      await enter(I, `+${alice.phone}`);
      await I.see(question);
      const tab = await openTabAt(fixtures, '/sign-in');
      await enter(tab, alice.username);
      await tab.press('Agree');
      await tab.type('password', alice.password);
      await tab.press('Continue');
      await tab.see('You are signed in');
      await I.press('Agree');
      await seeItIsOver(I);
    }),
  );
});

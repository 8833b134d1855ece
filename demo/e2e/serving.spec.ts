import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept } from './support/interception.ts';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { styleOf } from './support/styles.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();
const bare = e2eSuite({ ssr: false });
const strict = e2eSuite({ policy: 'strict' });
const strictAndBare = e2eSuite({ ssr: false, policy: 'strict' });

const wellKnown = ({ I }: Pick<Fixtures, 'I'>) => I.traffic.calls().filter((call) => call.startsWith('GET /api/.well-known/'));

async function signIn({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<void> {
  const { alice } = setup.people;
  await I.signInWithPassword(alice);
  await app.seeSignedIn({ username: alice.username });
}

describe('A server that writes its data into the page', () => {
  it(
    'is asked for settings and words no more, on no screen',
    withPage(async (fixtures) => {
      await fixtures.app.startSignIn();
      await fixtures.I.seeHeading('Sign in to your account');
      await fixtures.I.reload();
      await signIn(fixtures);
      assert.deepEqual(wellKnown(fixtures), []);
    }),
  );

  it(
    'has the first screen ready by three requests, and the pictures, and then asks for the app',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
      const { href } = await I.address();
      I.traffic.clear();
      await I.visit(href);
      await I.seeHeading('Sign in to your account');
      const loaded = () =>
        I.traffic.requests
          .filter(({ url }) => url.origin === setup.origin && url.protocol !== 'data:')
          .map(({ url }) => url.pathname);
      const isApp = (path: string) => path.startsWith('/assets/app-');
      await until('the app to be asked for', () => Promise.resolve(loaded().some(isApp)));
      assert.ok(loaded().findIndex(isApp) <= 3, loaded().join(', '));
    }),
  );
});

describe('A server that writes nothing into the page', () => {
  it(
    'is asked twice, at once, and not again while one signs in',
    bare.withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
      assert.deepEqual([...wellKnown(fixtures)].sort(), ['GET /api/.well-known/phrases', 'GET /api/.well-known/sign-in-exp']);
      await signIn(fixtures);
      assert.equal(wellKnown(fixtures).length, 2);
    }),
  );

  it(
    'is asked for the right app, organization and language',
    bare.withPage(async ({ I, app, setup }) => {
      await app.startSignIn({ organization_id: setup.organizations.north, ui_locales: 'zh-CN' });
      await I.seeHeading('登录你的账号');
      const asked = I.traffic.requests.filter(({ url }) => url.pathname.startsWith('/api/.well-known/'));
      assert.equal(asked.length, 2);
      const [settings, phrases] = ['sign-in-exp', 'phrases'].map((name) => asked.find(({ url }) => url.pathname.endsWith(name)));
      assert.equal(settings?.url.searchParams.get('appId'), setup.appId);
      assert.equal(settings?.url.searchParams.get('organizationId'), setup.organizations.north);
      assert.match(phrases?.headers['accept-language'] ?? '', /^zh-CN/);
    }),
  );

  it(
    'is asked by the HTML itself: no module has to arrive first',
    bare.withPage(
      async ({ I, app, page }) => {
        await intercept(page, (request) => (/\/assets\/.*\.js/.test(request.url()) ? 'fail' : undefined));
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await app.leaveForSignIn();
        await until('both', async () => asked.filter((path) => path.startsWith('/api/.well-known/')).length === 2);
        assert.equal((await I.address()).pathname, '/sign-in');
        await I.seeAlert('This page cannot be shown.');
      },
      { expectedErrors: /./ },
    ),
  );
});

describe('What the app asked for', () => {
  for (const [how, part] of [
    ['with the data in the page', { withPage }],
    ['without', bare],
  ] as const) {
    it(
      `organization and language survive a reload and the way to a provider and back, ${how}`,
      part.withPage(async ({ I, app, page, setup }) => {
        const brand = () => styleOf(page, 'button[type=submit]', 'background-color');
        await app.startSignIn({ organization_id: setup.organizations.north, ui_locales: 'zh-CN' });
        await I.seeHeading('登录你的账号');
        const color = await brand();
        assert.equal(color, 'rgb(0, 121, 107)');
        await I.reload();
        await I.seeHeading('登录你的账号');
        assert.equal(await brand(), color);
        await I.press('通过 钉钉 继续');
        await new ProviderPage(I).cancel();
        await I.seeHeading('登录你的账号');
        assert.equal(await brand(), color);
        await I.goBack();
        await new ProviderPage(I).see('DingTalk');
      }),
    );
  }

  it(
    'does not stay in the address, but for the app; what the app does not name any more is forgotten',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn({ organization_id: setup.organizations.north, ui_locales: 'zh-CN' });
      await I.seeHeading('登录你的账号');
      await I.seeAddress(`/sign-in?app_id=${setup.appId}`);
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
    }),
  );

  it(
    'the app is named in every address and in every call',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.seeAddress(`/sign-in?app_id=${setup.appId}`);
      await I.type('identifier', alice.email);
      await I.press('Sign in');
      await I.seeAddress(`/sign-in/password?app_id=${setup.appId}`);
      await I.press('Sign in with verification code');
      await I.seeAddress(`/sign-in/verification-code?app_id=${setup.appId}`);
      await I.type('passcode', await setup.receiveCode(alice.email));
      await app.seeSignedIn();
      const calls = I.traffic.requests.filter(({ url }) => url.pathname.startsWith('/api/experience'));
      assert.ok(calls.length >= 5);
      for (const { url, headers } of calls) assert.equal(headers['logto-app-id'], setup.appId, url.pathname);
    }),
  );
});

describe('A strict Content-Security-Policy', () => {
  for (const [how, part] of [
    ['with the data in the page', strict],
    ['without', strictAndBare],
  ] as const) {
    it(
      `lets everything through ${how}: nothing inline, nothing evaluated`,
      part.withPage(async (fixtures) => {
        const { I, app, page } = fixtures;
        await app.startSignIn({ ui_locales: 'zh-CN' });
        const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
        assert.ok(policy && !policy.includes('unsafe-inline') && !policy.includes('unsafe-eval'), String(policy));
        await I.press('通过 支付宝 继续');
        await new ProviderPage(I).cancel();
        await I.type('identifier', '+8613800000001');
        await I.press('登录');
        await I.see('+8613800000001');
        await I.type('passcode', await fixtures.setup.receiveCode('8613800000001'));
        await app.seeSignedIn();
      }),
    );
  }
});

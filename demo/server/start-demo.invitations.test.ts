import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { presets } from './experience/presets.ts';
import { startDemo, type Demo } from './start-demo.ts';
import { createTestBrowser, type TestBrowser } from './testing/browser.ts';
import { createPageFixture } from './testing/page-fixture.ts';
import { createRelyingParty } from './testing/relying-party.ts';

const fixture = createPageFixture();
let demo: Demo;

before(async () => {
  demo = await startDemo({ port: 0, pageDirectory: fixture.directory });
});
after(async () => {
  await demo.close();
  fixture.remove();
});

const { authorizationRequest } = createRelyingParty(() => demo);

const begin = async (browser: TestBrowser, parameters: Readonly<Record<string, string>>): Promise<URL> =>
  (await browser.visit(authorizationRequest({ prompt: 'consent', ...parameters }))).url;

const send = async (browser: TestBrowser, method: string, path: string, body?: unknown) => {
  const response = await browser.send(method, `/api/experience${path}`, body);
  const text = await response.text();
  assert.ok(response.ok, `${path}: ${String(response.status)} ${text}`);
  return text.startsWith('{') ? (JSON.parse(text) as Readonly<Record<string, string>>) : {};
};

const finish = async (browser: TestBrowser, verificationId: string | undefined): Promise<URL> => {
  await send(browser, 'POST', '/identification', { verificationId });
  const { redirectTo = '' } = await send(browser, 'POST', '/submit');
  const { response, url } = await browser.visit(redirectTo);
  const page = await response.text();
  const [, action = ''] = /<form method="post" action="([^"]+)">/.exec(page) ?? [];
  if (action === '') return url;

  // Another account: the provider ends the old session first, by a form that sends itself.
  const fields = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  return (await browser.visit(action, { method: 'POST', body: new URLSearchParams(fields) })).url;
};

const useLink = async (browser: TestBrowser, token: string, email: string): Promise<URL> => {
  await send(browser, 'PUT', '', { interactionEvent: 'SignIn' });
  const identifier = { type: 'email', value: email };
  const { verificationId } = await send(browser, 'POST', '/verification/one-time-token/verify', { identifier, token });
  return finish(browser, verificationId);
};

const invite = (email: string): Readonly<Record<'login_hint' | 'one_time_token', string>> => ({
  one_time_token: demo.state.oneTimeTokens.create({ email }).token,
  login_hint: email,
});

describe('A magic link through the provider', () => {
  it('signs in a stranger, and a reload afterwards does no harm', async () => {
    const browser = createTestBrowser(demo.origin);
    const link = invite('alice@example.com');
    const page = await begin(browser, link);
    assert.equal(page.pathname, '/sign-in');
    assert.equal(page.searchParams.get('one_time_token'), link.one_time_token);
    assert.equal((await useLink(browser, link.one_time_token, link.login_hint)).pathname, '/demo-app/callback');
    assert.equal((await begin(browser, link)).pathname, '/demo-app/callback');
  });

  it('lets somebody else who is signed in choose, tells who that is, and changes the account', async () => {
    const browser = createTestBrowser(demo.origin);
    const first = invite('alice@example.com');
    await begin(browser, first);
    await useLink(browser, first.one_time_token, first.login_hint);

    const second = invite('chen@example.com');
    const choice = await begin(browser, second);
    assert.equal(choice.pathname, '/switch-account');
    assert.equal(choice.searchParams.get('login_hint'), 'chen@example.com');
    const info = (await (await browser.send('GET', '/api/interaction/consent')).json()) as {
      readonly user: { readonly primaryEmail: string };
      readonly redirectUri: string;
    };
    assert.deepEqual([info.user.primaryEmail, info.redirectUri], ['alice@example.com', `${demo.origin}/demo-app/callback`]);

    assert.equal((await useLink(browser, second.one_time_token, second.login_hint)).pathname, '/demo-app/callback');
    assert.equal((await begin(browser, invite('chen@example.com'))).pathname, '/one-time-token');
  });

  it('that is of no more use says why', async () => {
    const browser = createTestBrowser(demo.origin);
    const link = invite('alice@example.com');
    await begin(browser, link);
    await useLink(browser, link.one_time_token, link.login_hint);
    const page = await begin(browser, { ...invite('alice@example.com'), one_time_token: 'nope' });

    assert.equal(page.pathname, '/one-time-token');
    assert.equal(page.searchParams.get('errorMessage'), 'Token nope not found.');
  });
});

describe('A company through the provider', () => {
  it('signs in the people who start at its portal', async () => {
    demo.state.tenant = presets['single-sign-on'].apply(demo.state.initialTenant);
    const portal = await fetch(`${demo.standInOrigin}/login.acme.example/portal`, { redirect: 'manual' });
    assert.equal(portal.headers.get('location'), `${demo.origin}/demo-app?direct_sign_in=sso%3Asso-acme&prompt=login`);

    const browser = createTestBrowser(demo.origin);
    const page = await begin(browser, { direct_sign_in: 'sso:sso-acme' });
    assert.equal(page.pathname, '/direct/sso/sso-acme');
    await send(browser, 'PUT', '', { interactionEvent: 'SignIn' });
    const redirectUri = `${demo.origin}/callback/sso-acme`;
    const path = '/verification/sso/sso-acme';
    const out = await send(browser, 'POST', `${path}/authorization-uri`, { state: 's', redirectUri });
    const body = new URLSearchParams({ person: 'acme-erin', decision: 'allow' });
    const back = await fetch(out['authorizationUri'] ?? '', { method: 'POST', body, redirect: 'manual' });
    const connectorData = Object.fromEntries(new URL(back.headers.get('location') ?? '').searchParams);
    const { verificationId } = out;
    await send(browser, 'POST', `${path}/verify`, { verificationId, connectorData });

    assert.equal((await finish(browser, verificationId)).pathname, '/demo-app/callback');
  });
});

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { startDemo, PageMissingError, type Demo } from './start-demo.ts';
import { createPageFixture } from './testing/page-fixture.ts';
import { createTestBrowser, type TestBrowser } from './testing/browser.ts';

const fixture = createPageFixture();
let demo: Demo;

before(async () => {
  demo = await startDemo({ port: 0, pageDirectory: fixture.directory });
});
after(async () => {
  await demo.close();
  fixture.remove();
});

const verifier = randomBytes(32).toString('base64url');

const authorizationRequest = (parameters: Readonly<Record<string, string>> = {}): string =>
  `/oidc/auth?${new URLSearchParams({
    client_id: 'demo-app',
    redirect_uri: `${demo.origin}/demo-app/callback`,
    response_type: 'code',
    scope: 'openid profile email phone',
    state: 'st4te',
    nonce: 'n0nce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  }).toString()}`;

const begin = async (browser: TestBrowser, parameters?: Readonly<Record<string, string>>): Promise<URL> => {
  const { response, url } = await browser.visit(authorizationRequest(parameters));
  assert.equal(response.status, 200);
  return url;
};

/** @returns the address at which the provider goes on. */
const submit = async (browser: TestBrowser): Promise<string> => {
  const response = await browser.send('POST', '/api/experience/submit');
  const body = (await response.json()) as { readonly redirectTo: string };
  assert.equal(response.status, 200, JSON.stringify(body));
  return body.redirectTo;
};

const identify = async (browser: TestBrowser, verified: Response): Promise<void> => {
  const body = (await verified.json()) as { readonly verificationId: string };
  assert.equal(verified.status, 200, JSON.stringify(body));
  const { verificationId } = body;
  assert.equal((await browser.send('POST', '/api/experience/identification', { verificationId })).status, 204);
};

const startSignIn = async (browser: TestBrowser): Promise<void> => {
  assert.equal((await browser.send('PUT', '/api/experience', { interactionEvent: 'SignIn' })).status, 204);
};

const signInWithPassword = async (browser: TestBrowser): Promise<URL> => {
  await startSignIn(browser);
  const identifier = { type: 'username', value: 'alice' };
  await identify(
    browser,
    await browser.send('POST', '/api/experience/verification/password', { identifier, password: 'demo-password-1' }),
  );
  return (await browser.visit(await submit(browser))).url;
};

const redeem = async (browser: TestBrowser, callback: URL) => {
  const response = await browser.request('/oidc/token', {
    method: 'POST',
    // Browsers name the origin of a post even at home.
    headers: { Origin: demo.origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'demo-app',
      redirect_uri: `${demo.origin}/demo-app/callback`,
      code: callback.searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  return { status: response.status, tokens: (await response.json()) as Readonly<Record<string, string>> };
};

const verify = async (browser: TestBrowser, idToken: string) => {
  const keys = (await (await browser.request('/oidc/jwks')).json()) as JSONWebKeySet;
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), { issuer: `${demo.origin}/oidc`, audience: 'demo-app' });
  return payload;
};

describe('The OIDC round trip', () => {
  it('signs in by password and issues tokens that validate', async () => {
    const browser = createTestBrowser(demo.origin);
    const page = await begin(browser);
    assert.equal(page.pathname + page.search, '/sign-in?app_id=demo-app');

    const callback = await signInWithPassword(browser);
    assert.equal(callback.pathname, '/demo-app/callback');
    assert.equal(callback.searchParams.get('state'), 'st4te');

    const { tokens } = await redeem(browser, callback);
    const claims = await verify(browser, tokens['id_token'] ?? '');
    assert.deepEqual(
      [claims['sub'], claims['nonce'], claims['username'], claims['email'], claims['phone_number']],
      ['user-alice', 'n0nce', 'alice', 'alice@example.com', '8613800000001'],
    );
    const userInfo = await browser.request('/oidc/me', { headers: { Authorization: `Bearer ${tokens['access_token'] ?? ''}` } });
    assert.equal(((await userInfo.json()) as { sub: string }).sub, 'user-alice');
    assert.equal((await redeem(browser, callback)).status, 400, 'a code works once');
  });

  it('lets a signed-in person through without the page', async () => {
    const browser = createTestBrowser(demo.origin);
    await begin(browser);
    await signInWithPassword(browser);
    const { url } = await browser.visit(authorizationRequest());
    assert.equal(url.pathname, '/demo-app/callback');
    assert.ok(url.searchParams.has('code'));
  });

  it('refuses a request without PKCE', async () => {
    const { url } = await createTestBrowser(demo.origin).visit(
      authorizationRequest({ code_challenge: '', code_challenge_method: '' }),
    );
    assert.equal(url.searchParams.get('error'), 'invalid_request');
  });

  it('shows a page for a client it does not know', async () => {
    const response = await createTestBrowser(demo.origin).request(authorizationRequest({ client_id: 'nobody' }), {
      headers: { Accept: 'text/html' },
    });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /invalid_client/);
  });

  it('signs in by a code which the Aliyun connector sent', async () => {
    const browser = createTestBrowser(demo.origin);
    await begin(browser);
    await startSignIn(browser);
    const identifier = { type: 'phone', value: '8613800000001' };
    const sent = await browser.send('POST', '/api/experience/verification/verification-code', {
      identifier,
      interactionEvent: 'SignIn',
    });
    const { verificationId } = (await sent.json()) as { verificationId: string };
    const message = demo.outbox.messages.find(({ to }) => to === '8613800000001');
    assert.equal(message?.channel, 'sms');
    await identify(
      browser,
      await browser.send('POST', '/api/experience/verification/verification-code/verify', {
        identifier,
        verificationId,
        code: message.code,
      }),
    );
    const { url } = await browser.visit(await submit(browser));
    assert.ok(url.searchParams.has('code'));
  });

  for (const connectorId of ['dingtalk-web', 'alipay-web']) {
    it(`signs in through ${connectorId}`, async () => {
      const browser = createTestBrowser(demo.origin);
      await begin(browser);
      await startSignIn(browser);
      const prefix = `/api/experience/verification/social/${connectorId}`;
      const redirectUri = `${demo.origin}/callback/${connectorId}`;
      const started = await browser.send('POST', `${prefix}/authorization-uri`, { state: 's', redirectUri });
      const { authorizationUri, verificationId } = (await started.json()) as { authorizationUri: string; verificationId: string };
      assert.ok(authorizationUri.startsWith(`${demo.standInOrigin}/`));

      const allowed = await fetch(authorizationUri, {
        method: 'POST',
        body: new URLSearchParams({ person: 'chen', decision: 'allow' }),
        redirect: 'manual',
      });
      const callback = new URL(allowed.headers.get('location') ?? '');
      assert.equal((await browser.request(callback.href)).status, 200, 'the page answers the callback');
      const connectorData = { ...Object.fromEntries(callback.searchParams), redirectUri };
      await identify(browser, await browser.send('POST', `${prefix}/verify`, { verificationId, connectorData }));

      const { url } = await browser.visit(await submit(browser));
      const { tokens } = await redeem(browser, url);
      assert.equal((await verify(browser, tokens['id_token'] ?? ''))['sub'], 'user-chen');
    });
  }

  it('keeps the requests of two apps apart', async () => {
    const browser = createTestBrowser(demo.origin);
    await begin(browser);
    await begin(browser, { client_id: 'native-app', redirect_uri: `${demo.origin}/native-shell/callback` });

    await startSignIn(browser);
    const ofDemoApp = { 'Logto-App-Id': 'demo-app' };
    const other = await browser.request('/api/experience/interaction', { headers: ofDemoApp });
    assert.equal(other.status, 404, 'nothing was begun for the first app');
    assert.equal((await browser.request('/sign-in?app_id=demo-app')).status, 200);
    assert.equal((await browser.request('/sign-in?app_id=nobody')).status, 302);
  });

  it('forgets sessions and interactions on reset', async () => {
    const browser = createTestBrowser(demo.origin);
    await begin(browser);
    await signInWithPassword(browser);
    assert.equal((await browser.send('POST', '/qa/reset')).status, 204);
    assert.equal((await begin(browser)).pathname, '/sign-in');
  });
});

describe('Signing out', () => {
  const signedIn = async () => {
    const browser = createTestBrowser(demo.origin);
    await begin(browser);
    const { tokens } = await redeem(browser, await signInWithPassword(browser));
    return { browser, idToken: tokens['id_token'] ?? '' };
  };

  const confirm = async (browser: TestBrowser, page: string, fields: Readonly<Record<string, string>>) => {
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    return browser.visit('/oidc/session/end/confirm', { method: 'POST', body: new URLSearchParams({ xsrf, ...fields }) });
  };

  it('asks, ends the session and goes back to the app', async () => {
    const { browser, idToken } = await signedIn();
    const query = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: `${demo.origin}/demo-app` });
    const page = await (await browser.request(`/oidc/session/end?${query.toString()}`)).text();
    assert.match(page, /Sign out/);
    assert.match(page, /sign-out\.js/, 'an app that was signed in is believed');

    const { url } = await confirm(browser, page, { logout: 'yes' });
    assert.equal(url.pathname, '/demo-app');
    assert.equal((await begin(browser)).pathname, '/sign-in');
  });

  it('does not act by itself for whoever brings no proof', async () => {
    const { browser } = await signedIn();
    const page = await (await browser.request('/oidc/session/end?client_id=demo-app')).text();
    assert.doesNotMatch(page, /sign-out\.js/);
    const { response } = await confirm(browser, page, { logout: 'yes' });
    assert.match(await response.text(), /You are signed out/);
  });
});

describe('Starting', () => {
  it('says what to do when the page was not built', async () => {
    await assert.rejects(
      startDemo({ port: 0, pageDirectory: '/nowhere' }),
      (error) => error instanceof PageMissingError && error.message.includes('npm run build'),
    );
  });

  it('serves its own pages and sends 127.0.0.1 to the origin', async () => {
    const browser = createTestBrowser(demo.origin);
    for (const path of ['/', '/inbox', '/demo-app', '/native-shell?platform=android', '/demo-assets/native-shell.js']) {
      assert.equal((await browser.request(path)).status, 200, path);
    }
    assert.equal((await browser.request('/demo-assets/none.js')).status, 404);
    const other = await fetch(demo.standInOrigin, { redirect: 'manual' });
    assert.equal(other.headers.get('location'), demo.origin);
  });
});

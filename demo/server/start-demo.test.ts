import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemo, PageMissingError, type Demo } from './start-demo.ts';
import { createTestBrowser } from './testing/browser.ts';
import { createPageFixture } from './testing/page-fixture.ts';
import { createRelyingParty, identify, signInWithPassword, startSignIn, submit } from './testing/relying-party.ts';

const fixture = createPageFixture();
let demo: Demo;

before(async () => {
  demo = await startDemo({ port: 0, pageDirectory: fixture.directory });
});
after(async () => {
  await demo.close();
  fixture.remove();
});

const { authorizationRequest, begin, redeem, verify } = createRelyingParty(() => demo);

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
    const url = await submit(browser);
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

      const url = await submit(browser);
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

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemo, type Demo } from './start-demo.ts';
import { createTestBrowser, type TestBrowser } from './testing/browser.ts';
import { createPageFixture } from './testing/page-fixture.ts';
import { createRelyingParty, signInWithPassword } from './testing/relying-party.ts';

const fixture = createPageFixture();
let demo: Demo;

before(async () => {
  demo = await startDemo({ port: 0, pageDirectory: fixture.directory });
});
after(async () => {
  await demo.close();
  fixture.remove();
});

const { begin, redeem } = createRelyingParty(() => demo);

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

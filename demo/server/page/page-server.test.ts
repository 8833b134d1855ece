import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { presets } from '../experience/presets.ts';
import { bind, toNodeListener } from '../listen.ts';
import { startDemo, type Demo } from '../start-demo.ts';
import { createTestBrowser } from '../testing/browser.ts';
import { createPageFixture } from '../testing/page-fixture.ts';
import type { ServerData } from './server-data.ts';

const fixture = createPageFixture();
let demo: Demo;

before(async () => {
  demo = await startDemo({ port: 0, pageDirectory: fixture.directory });
});
after(async () => {
  await demo.close();
  fixture.remove();
});

const patchSettings = async (signInExperience: object): Promise<void> => {
  const browser = createTestBrowser(demo.origin);
  assert.equal((await browser.send('PATCH', '/qa/settings', { signInExperience })).status, 200);
};

const fetchPage = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  createTestBrowser(demo.origin).request(path, { headers });

/** Runs the inline script of a served page as a browser would. */
const runInlineScript = (page: string): { readonly data: ServerData; readonly isFrozen: boolean } => {
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
  const window: { logtoSsr?: ServerData } = {};
  const isFrozen = runInNewContext(`${script}; Object.isFrozen(window.logtoSsr)`, { window }) as boolean;
  assert.ok(window.logtoSsr);
  return { data: window.logtoSsr, isFrozen };
};

/** Bytes on the wire, which `fetch` would decode. */
const fetchEncoded = (path: string, acceptEncoding: string): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    get(`${demo.origin}${path}`, { headers: { 'Accept-Encoding': acceptEncoding } }, (response) => {
      response.resume();
      resolve(response.headers['content-encoding']);
    }).on('error', reject);
  });

describe('The file server', () => {
  it('shows the page at any address that is no file', async () => {
    for (const path of ['/unknown-session', '/mfa-verification/Totp', '/callback/dingtalk-web', '/a.b/c', '/%']) {
      const response = await fetchPage(path);
      assert.equal(response.status, 200, path);
      assert.match(await response.text(), /<sign-in-experience>/, path);
      assert.equal(response.headers.get('cache-control'), 'no-cache, no-store, must-revalidate');
      assert.equal(response.headers.get('logto-static-package'), 'experience');
    }
  });

  it('answers 404 for missing assets and whatever begins like a top-level name', async () => {
    assert.equal((await fetchPage('/assets/gone.js')).status, 404);
    assert.equal((await fetchPage('/assetsx')).status, 404);
    assert.equal((await fetchPage('/assets/..%2f..%2findex.html.outside')).status, 404);
    assert.equal((await fetchPage('/assets/%')).status, 404);
  });

  it('sends assets precompressed and to be kept for a week', async () => {
    const response = await fetchPage('/assets/page-0a1b2c.js', { 'Accept-Encoding': 'identity' });
    assert.equal(response.headers.get('cache-control'), 'public, max-age=604800');
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(await response.text(), fixture.script);

    assert.equal(await fetchEncoded('/assets/page-0a1b2c.js', 'gzip, br'), 'br');
    assert.equal(await fetchEncoded('/assets/page-0a1b2c.js', 'gzip, br;q=0'), 'gzip');
    assert.equal(await fetchEncoded('/assets/plain.css', 'br'), undefined);
    assert.equal(await fetchEncoded('/unknown-session', 'br'), 'br');
  });

  it('is for reading', async () => {
    const browser = createTestBrowser(demo.origin);
    assert.equal((await browser.request('/unknown-session', { method: 'POST' })).status, 405);
    const head = await browser.request('/unknown-session', { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });
});

describe('A development server', () => {
  it('gives the page and its modules in place of a built one', async () => {
    const vite = await bind(0, '127.0.0.1');
    vite.serve(
      toNodeListener((request) => {
        const { pathname, search } = new URL(request.url);
        const headers = { 'Content-Type': pathname === '/index.html' ? 'text/html' : 'text/javascript' };
        return new Response(pathname === '/index.html' ? '<head></head>"__LOGTO_SSR__"' : `// ${pathname}${search}`, { headers });
      }),
    );
    const dev = await startDemo({ port: 0, pageDevServer: `http://127.0.0.1:${String(vite.port)}` });
    const page = await fetch(`${dev.origin}/unknown-session`);
    assert.match(await page.text(), /Object\.freeze/);
    assert.match(page.headers.get('content-security-policy') ?? '', /connect-src 'self' ws:/);
    const source = await fetch(`${dev.origin}/src/hosted.ts?t=1`);
    assert.deepEqual([source.headers.get('content-type'), await source.text()], ['text/javascript', '// /src/hosted.ts?t=1']);
    await dev.close();
    await vite.close();
  });
});

describe('The session guard', () => {
  it('sends visitors without a session away from guarded addresses only', async () => {
    for (const path of [
      '/sign-in',
      '/register/password',
      '/forgot-password',
      '/single-sign-on',
      '/social/register/x',
      '/consent',
    ]) {
      const response = await fetchPage(path);
      assert.deepEqual([response.status, response.headers.get('location')], [302, '/unknown-session'], path);
    }
    for (const path of ['/sign-in?preview=true', '/identifier-sign-in', '/reset-password', '/direct/social/dingtalk']) {
      assert.equal((await fetchPage(path)).status, 200, path);
    }
  });

  it("prefers the tenant's own address for lost sessions", async () => {
    await patchSettings({ unknownSessionRedirectUrl: 'https://example.com/lost' });
    assert.equal((await fetchPage('/sign-in')).headers.get('location'), 'https://example.com/lost');
    await patchSettings({ unknownSessionRedirectUrl: null });
  });
});

describe('Data in the page', () => {
  it('holds frozen settings and phrases in the language of the browser', async () => {
    const response = await fetchPage('/unknown-session', { 'Accept-Language': 'zh-CN,zh;q=0.9' });
    assert.equal(response.headers.get('content-language'), 'zh-CN');
    const { data, isFrozen } = runInlineScript(await response.text());
    assert.ok(isFrozen);
    assert.equal(data.phrases.lng, 'zh-CN');
    assert.ok((data.phrases.data as { translation: object }).translation);
    assert.equal((data.signInExperience.data as { signInMode: string }).signInMode, 'SignInAndRegister');
    assert.equal('appId' in data.signInExperience, false);
  });

  it('takes the language from the query before the browser, and never from ui_locales', async () => {
    const chosen = await fetchPage('/unknown-session?lng=de&ui_locales=fr', { 'Accept-Language': 'zh-CN' });
    assert.equal(chosen.headers.get('content-language'), 'de');
    await patchSettings({ languageInfo: { autoDetect: false, fallbackLanguage: 'ja' } });
    assert.equal((await fetchPage('/unknown-session', { 'Accept-Language': 'zh-CN' })).headers.get('content-language'), 'ja');
    await patchSettings({ languageInfo: { autoDetect: true, fallbackLanguage: 'en' } });
  });

  it('names app and organization of the authorization request', async () => {
    const browser = createTestBrowser(demo.origin);
    const query = new URLSearchParams({
      client_id: 'demo-app',
      redirect_uri: `${demo.origin}/demo-app/callback`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      organization_id: 'north',
    });
    const { response } = await browser.visit(`/oidc/auth?${query.toString()}`);
    const { signInExperience } = runInlineScript(await response.text()).data;
    assert.deepEqual([signInExperience.appId, signInExperience.organizationId], ['demo-app', 'north']);
    assert.equal((signInExperience.data as { color: { primaryColor: string } }).color.primaryColor, '#00796b');
  });

  it('cannot break out of its script', async () => {
    const hostile = 'https://example.com/?</script><script>alert(1)</script>&\u2028$&';
    await patchSettings({ supportWebsiteUrl: hostile });
    const page = await (await fetchPage('/unknown-session')).text();
    assert.doesNotMatch(page, /alert\(1\)<\/script>/);
    const { data } = runInlineScript(page);
    assert.equal((data.signInExperience.data as { supportWebsiteUrl: string }).supportWebsiteUrl, hostile);
    await patchSettings({ supportWebsiteUrl: null });
  });

  it('brings customCss at the end of the head, except in the preview', async () => {
    await patchSettings({ customCss: 'body { content: "</style><b>$&"; }' });
    const page = await (await fetchPage('/unknown-session')).text();
    assert.match(page, /<style data-custom-css>body \{ content: "<\\\/style><b>\$&"; \}<\/style><\/head>/);
    assert.doesNotMatch(await (await fetchPage('/sign-in?preview=true')).text(), /data-custom-css/);
    await patchSettings({ customCss: null });
  });

  it('stays out when it is switched off', async () => {
    const plain = await startDemo({ port: 0, pageDirectory: fixture.directory, ssr: false });
    const page = await (await fetch(`${plain.origin}/unknown-session`)).text();
    await plain.close();
    assert.match(page, /window\.logtoSsr = "__LOGTO_SSR__"/);
  });

  it('gives a native shell its bridge before any other script', async () => {
    const page = await (await fetchPage('/unknown-session', { Cookie: 'native_shell=ios' })).text();
    assert.match(page, /<head><script src="\/native-shell\/sdk\.js"><\/script>/);
  });
});

describe('Security headers', () => {
  it('forbid foreign scripts, framing by others and sniffing', async () => {
    const { headers } = await fetchPage('/unknown-session');
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self' 'unsafe-inline';/);
    assert.match(policy, /frame-ancestors 'self'/);
    assert.match(policy, /object-src 'none'/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'strict-origin-when-cross-origin');
  });

  it('allow, when strict, inline scripts and styles by their hashes alone', async () => {
    const strict = await startDemo({ port: 0, pageDirectory: fixture.directory, policy: 'strict' });
    const response = await fetch(`${strict.origin}/unknown-session`);
    await strict.close();
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.doesNotMatch(policy, /unsafe/);
    assert.match(policy, /script-src 'self' 'sha256-[\w+/=]+';/);
    assert.match(policy, /^default-src 'none'; /);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html sign-in-experience/);
  });
});

describe('Scripts of captcha providers and of Google', () => {
  it('come from the stand-ins, where the settings ask for them', async () => {
    const strict = await startDemo({ port: 0, pageDirectory: fixture.directory, policy: 'strict' });
    const load = async () => {
      const response = await fetch(`${strict.origin}/unknown-session`);
      return { page: await response.text(), policy: response.headers.get('content-security-policy') ?? '' };
    };
    const before = await load();
    strict.state.tenant = presets.captcha.apply(strict.state.initialTenant);
    const { page, policy } = await load();
    await strict.close();

    assert.doesNotMatch(before.page + before.policy, /reroute|127\.0\.0\.1/);
    assert.ok(page.includes(`<head><script src="/demo-assets/reroute.js" data-origin="${strict.standInOrigin}"></script>`));
    assert.match(policy, /script-src 'self' 'sha256-[\w+/=]+' http:\/\/127\.0\.0\.1:\d+;/);
    assert.ok(policy.includes(`frame-src ${strict.standInOrigin};`), policy);
  });
});

describe('Form post callbacks', () => {
  it('become a GET with the fields in the query', async () => {
    const browser = createTestBrowser(demo.origin);
    const body = new URLSearchParams({ code: 'a b&c', state: 'st4te' });
    const response = await browser.request('/callback/apple', { method: 'POST', body });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/callback/apple?code=a+b%26c&state=st4te');
  });
});

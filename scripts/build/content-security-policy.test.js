import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentSecurityPolicy, features, inlineSources, policyDirectives } from './content-security-policy.js';
import { integrityOf } from './integrity.js';

const sources = (/** @type {readonly string[]} */ ...texts) => texts.map((text) => `'${integrityOf(text)}'`);
const allFeatures = /** @type {import('./content-security-policy.js').Feature[]} */ (Object.keys(features));

describe('the policy', () => {
  it('allows nothing but what the page needs', () => {
    assert.equal(
      contentSecurityPolicy({ scripts: ["'sha256-A='"] }),
      "default-src 'none'; script-src 'self' 'sha256-A='; style-src 'none'; img-src 'self' https: data:; font-src 'none'; " +
        "connect-src 'self'; frame-src 'none'; worker-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types lit-html sign-in-experience; upgrade-insecure-requests",
    );
  });

  it('never allows what would undo it, whatever is turned on', () => {
    for (const preview of [[], ['https://console.example']]) {
      for (const styles of [[], ["'nonce-x'"]]) {
        for (let bits = 0; bits < 2 ** allFeatures.length; bits += 1) {
          const on = allFeatures.filter((_, index) => bits & (1 << index));
          const directives = policyDirectives({ features: on, preview, styles, scripts: ["'sha256-A='"] });
          const { 'script-src': scripts = [], 'form-action': forms = [] } = directives;
          const what = JSON.stringify({ on, preview, styles });
          assert.deepEqual(directives['default-src'], ["'none'"], what);
          assert.deepEqual(directives['base-uri'], ["'none'"], what);
          assert.ok(!scripts.some((source) => /unsafe|^\*|^https?:$|^data:|strict-dynamic/.test(source)), what);
          assert.deepEqual(forms, [on.includes('one-tap') ? "'self'" : "'none'"], what);
          assert.ok(!('trusted-types' in directives) || on.length === 0, what);
          for (const [directive, list] of Object.entries(directives)) {
            assert.ok(!list.includes("'none'") || list.length === 1, `${directive} ${list.join(' ')}`);
            assert.equal(new Set(list).size, list.length, `${directive} ${list.join(' ')}`);
            // Every source of others is https and names a host.
            for (const source of list.filter((text) => text.includes('//'))) assert.match(source, /^https:\/\/[\w.-]+(\/|$)/);
          }
        }
      }
    }
  });

  it('lets the preview alone be framed and have styles that nobody knows beforehand', () => {
    const { 'style-src': style, 'frame-ancestors': framers } = policyDirectives({
      preview: ['https://console.example'],
      styles: ["'sha256-A='"],
    });
    assert.deepEqual([style, framers], [["'unsafe-inline'"], ['https://console.example']]);
  });

  it('can require trusted types with scripts of others, and do without https', () => {
    const policy = contentSecurityPolicy({ features: ['turnstile'], trustedTypes: true, https: false });
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html sign-in-experience$/);
  });
});

describe('the sources of what is inline in a document', () => {
  /** @type {readonly (readonly [html: string, texts: readonly string[]])[]} */
  const scripts = [
    ['<script>1</script>', ['1']],
    ['<script >1</script >', ['1']],
    ['<SCRIPT>1</SCRIPT>', ['1']],
    ['<script type="module">1</script>', ['1']],
    ['<script type="importmap">{}</script>', ['{}']],
    ['<script type=importmap>{}</script>', ['{}']],
    ['<script type="speculationrules">{}</script>', ['{}']],
    ['<script type="text/javascript">1</script>', ['1']],
    ['<script type="">1</script>', ['1']],
    ['<script data-a="x > y">1</script>', ['1']],
    ['<script>\r\n1\r\n</script>', ['\n1\n']],
    ['<script>1</script><p></p><script>2</script>', ['1', '2']],
    ['<script type="application/json">{}</script>', []],
    ['<script type="application/ld+json">{}</script>', []],
    ['<script type="text/plain">1</script>', []],
    ['<script src="/a.js"></script>', []],
    ['<script type="module" src="/a.js"></script>', []],
    ['<script src="/a.js">1</script>', []],
    ['<script></script>', []],
    ['<style>a{}</style>', []],
    ['<scripture>1</scripture>', []],
    ['', []],
  ];
  for (const [html, texts] of scripts) {
    it(`${String(texts.length)} in ${JSON.stringify(html)}`, () => {
      assert.deepEqual(inlineSources(html, 'script'), sources(...texts));
    });
  }

  it('has styles likewise', () => {
    assert.deepEqual(inlineSources('<style>a{}</style><style data-custom-css>b{}</style>', 'style'), sources('a{}', 'b{}'));
    assert.deepEqual(inlineSources('<script>1</script>', 'style'), []);
  });
});

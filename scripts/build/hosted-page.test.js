import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertServable, compactHtml, cspHash } from './hosted-page.js';

const page = (/** @type {string} */ script) => `<!doctype html>
<html>
  <head>
    <!-- said aside -->
    <title></title>
  </head>
  <body>
    <script>
      ${script}
    </script>
  </body>
</html>
`;
const good = page('window.logtoSsr = "__LOGTO_SSR__"; // said aside');

describe('the page as it is built', () => {
  it('loses comments and spaces, and keeps the literal that the server replaces', () => {
    const html = compactHtml(good);
    assert.doesNotMatch(html, /aside|\n {2}/);
    assert.match(html, /logtoSsr="__LOGTO_SSR__"/);
  });

  it('runs after the server has put an object in place of the literal', () => {
    const [, script = ''] = /<script>([^]*)<\/script>/.exec(compactHtml(good)) ?? [];
    const window = { logtoSsr: { phrases: '' } };
    new Function(
      'window',
      script.replace('"__LOGTO_SSR__"', () => '{"phrases":"$&"}'),
    )(window);
    assert.deepEqual(window.logtoSsr, { phrases: '$&' });
  });

  it('is refused when a formatter has taken the double quotes', () => {
    assert.throws(() => compactHtml(page("window.logtoSsr = '__LOGTO_SSR__';")), /must hold "__LOGTO_SSR__"/);
    assert.throws(() => assertServable(page('window.logtoSsr = `"__LOGTO_SSR__"`;'), []), /must hold/);
  });

  it('is refused when the server could not serve it', () => {
    assert.doesNotThrow(() => assertServable(good, ['index.html', 'assets/first-screen.js']));
    assert.throws(() => assertServable(good, ['index.html', 'sign.js']), /not sign\.js/);
    assert.throws(() => assertServable(good.replace('</head>', ''), []), /literal <\/head>/);
    assert.throws(() => assertServable(good.replace('</body>', '<script>2</script></body>'), []), /one inline script/);
  });

  it('names the hash that a policy needs', () => {
    assert.equal(cspHash('<script>1</script>'), "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='");
  });
});

import { expect } from '@open-wc/testing';
import { scriptUrl, trustedScriptUrl } from './script-loader.ts';

const turnstile = 'https://challenges.cloudflare.com/turnstile/v0/api.js';
const recaptcha = 'https://www.google.com/recaptcha/enterprise.js';
const recaptchaNet = 'https://recaptcha.net/recaptcha/enterprise.js';
const oneTap = 'https://accounts.google.com/gsi/client';

const accepted: readonly (readonly [given: string, used: string])[] = [
  [turnstile, turnstile],
  [`${turnstile}?render=explicit&try=2`, `${turnstile}?render=explicit&try=2`],
  [`${recaptcha}?render=site&hl=de`, `${recaptcha}?render=site&hl=de`],
  [`${recaptchaNet}?render=explicit&hl=zh-CN`, `${recaptchaNet}?render=explicit&hl=zh-CN`],
  [oneTap, oneTap],
  // What a parser makes the same is the same, and the parsed one is what is used.
  [`https://ACCOUNTS.google.com:443/gsi/client#x`, oneTap],
  ['https://accounts.google.com/./a/../gsi/client', oneTap],
];

const refused: readonly string[] = [
  '',
  ' ',
  '/gsi/client',
  // Without its slashes nobody means an address of the web.
  ` https:\\\\accounts.google.com\\gsi\\client\n`,
  'https:accounts.google.com/gsi/client',
  'gsi/client',
  // Without its slashes, see web-address.ts.
  ' https:\\\\accounts.google.com\\gsi\\client\n',
  'https:accounts.google.com/./a/../gsi/client',
  '//accounts.google.com/gsi/client',
  'http://accounts.google.com/gsi/client',
  'http://localhost/gsi/client',
  'data:text/javascript,alert(1)//https://accounts.google.com/gsi/client',
  'javascript:alert(1)//https://accounts.google.com/gsi/client',
  'blob:https://accounts.google.com/gsi/client',
  'filesystem:https://accounts.google.com/gsi/client',
  'about:blank',
  'https://accounts.google.com.evil.example/gsi/client',
  'https://accounts.google.com@evil.example/gsi/client',
  'https://evil.example/https://accounts.google.com/gsi/client',
  'https://evil.example?https://accounts.google.com/gsi/client',
  'https://evil.example#https://accounts.google.com/gsi/client',
  'https://evilaccounts.google.com/gsi/client',
  'https://accounts.google.com./gsi/client',
  'https://accounts.google.com:8443/gsi/client',
  'https://user@accounts.google.com/gsi/client',
  'https://user:password@accounts.google.com/gsi/client',
  'https://accounts.google.com/gsi/client/',
  'https://accounts.google.com/gsi/client.js',
  'https://accounts.google.com/GSI/client',
  'https://accounts.google.com//gsi/client',
  'https://accounts.google.com/gsi%2Fclient',
  'https://accounts.google.com/gsi/client/../../o/oauth2',
  'https://accounts.google.com/gsi/client%00',
  'https://accounts.google.com/o/oauth2/revoke?callback=alert',
  'https://www.google.com/jsapi?callback=alert',
  'https://www.google.com/recaptcha/api.js',
  'https://www.google.com/turnstile/v0/api.js',
  'https://challenges.cloudflare.com/recaptcha/enterprise.js',
  'https://challenges.cloudflare.com/turnstile/v0/',
  'https://www.recaptcha.net/recaptcha/enterprise.js',
  'https://ассounts.google.com/gsi/client',
];

describe('allowed third-party scripts', () => {
  for (const [given, used] of accepted) {
    it(`has ${JSON.stringify(given)}`, () => {
      expect(scriptUrl(given)).to.equal(used);
      // An object where the browser has Trusted Types.
      expect(new URL(trustedScriptUrl(given)).href).to.equal(used);
    });
  }

  it(`has none of ${String(refused.length)} others`, () => {
    for (const given of refused) {
      expect(() => scriptUrl(given), given).to.throw(TypeError);
      expect(() => trustedScriptUrl(given), given).to.throw(TypeError);
    }
  });
});

const supported = 'trustedTypes' in window;

/** The module in a document that says what its policy says. */
async function inDocument(policy: string, script: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  const module = new URL('./script-loader.ts', import.meta.url).href;
  const answer = new Promise<unknown>((resolve) =>
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data), { once: true }),
  );
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module">
    const reports = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => reports.push(violatedDirective));
    const copy = (name) => import('${module}?' + name);
    const url = '${oneTap}';
    const set = (value) => { try { document.createElement('script').src = value; return 'set'; } catch ({ name }) { return name; } };
    let said;
    try { said = await (async () => { ${script} })(); } catch (error) { said = String(error); }
    setTimeout(() => parent.postMessage({ said, reports }, '*'));
  </script>`;
  document.body.append(frame);
  const data = await answer;
  frame.remove();
  return data;
}

const enforced = "require-trusted-types-for 'script'; trusted-types sign-in-experience";

describe('the Trusted Types policy', () => {
  before(function skipWithoutTrustedTypes() {
    if (!supported) this.skip();
  });

  it('allows the script where Trusted Types are required, and text is refused', async () => {
    const script = "const one = await copy('a'); return [set(one.trustedScriptUrl(url)), set(url)];";
    expect(await inDocument(enforced, script)).to.deep.equal({
      said: ['set', 'TypeError'],
      reports: ['require-trusted-types-for'],
    });
  });

  it('is shared by all copies of the module, so that the CSP need not allow duplicates', async () => {
    const script =
      "const all = await Promise.all(['a', 'b', 'c'].map(copy)); return all.map((one) => set(one.trustedScriptUrl(url)));";
    expect(await inDocument(enforced, script)).to.deep.equal({ said: ['set', 'set', 'set'], reports: [] });
  });

  it('refuses other addresses, also for other scripts that use it', async () => {
    const script = `const one = await copy('a'); one.trustedScriptUrl(url);
      const found = document[Symbol.for('sign-in-experience.script-policy')];
      try { found.createScriptURL('https://evil.example/x.js'); return 'made'; } catch ({ name }) { return name; }`;
    expect(await inDocument(enforced, script)).to.deep.equal({ said: 'TypeError', reports: [] });
  });

  it('is not replaced by a policy of another script', async () => {
    const script = `const evil = { createScriptURL: () => 'https://evil.example/x.js' };
      document[Symbol.for('sign-in-experience.script-policy')] = evil;
      return (await copy('a')).trustedScriptUrl(url);`;
    expect(await inDocument('', script)).to.deep.equal({ said: oneTap, reports: [] });
  });

  it('may be missing from the CSP where Trusted Types are not required: text is used', async () => {
    const script = "return set((await copy('a')).trustedScriptUrl(url));";
    expect(await inDocument('trusted-types other', script)).to.deep.equal({ said: 'set', reports: ['trusted-types'] });
  });
});

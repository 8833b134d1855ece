import { expect } from '@open-wc/testing';
import { flowHarness, type HarnessOptions } from '../testing/harness.ts';

const provider = 'https://login.dingtalk.com/oauth2/auth?client_id=a&state=s';
const app = 'io.example.app://callback';

const landingUrl = (redirectTo: string, nativeCallback: string, connectorId = 'ding') =>
  `/social/landing/${connectorId}?${new URLSearchParams({ redirect_to: redirectTo, native_callback: nativeCallback }).toString()}`;

type Options = HarnessOptions & { readonly session?: Map<string, string> };

const land = async (url: string, options: Options = {}) => {
  const session = options.session ?? new Map<string, string>();
  const harness = flowHarness({ ...options, url, session });
  await harness.flow.start();
  return { ...harness, session };
};

/** The handover that a landing stored in the tab. */
const leftBehind = (session: ReadonlyMap<string, string>) =>
  [...session].filter(([name, value]) => /native|handover|callback/i.test(name) || value.includes('evil'));

/** Disguised spellings of addresses at `evil.example`, or of addresses that a page would run. */
const hostileCallbacks = [
  'https://evil.example/x',
  'http://evil.example/x',
  'https:evil.example/x',
  'http:evil.example/x',
  'https:/evil.example/x',
  'https:///evil.example/x',
  'https:////evil.example/x',
  'https:\\\\evil.example\\x',
  'https:\\evil.example',
  'HTTPS:evil.example/x',
  'hTtP:evil.example',
  ' https://evil.example/x',
  '\u0000https:evil.example/x',
  '\u0001https://evil.example/x',
  '\u001fhttps://evil.example/x',
  '\thttps:evil.example/x',
  'ht\ntps:evil.example/x',
  'h\tt\rt\nps://evil.example/x',
  'https:\t//evil.example',
  'https://auth.example.com@evil.example/x',
  'https://auth.example.com%40evil.example/x',
  'https:auth.example.com@evil.example/x',
  'https://auth.example.com.evil.example/',
  'https://evil。example/x',
  'https://evil%2eexample/x',
  'https://ｅｖｉｌ.example/x',
  'https://0x7f000001/',
  '//evil.example/x',
  '\\\\evil.example\\x',
  '/\\evil.example/x',
  'https://auth.example.com/sign-in',
  'https:/sign-in',
  'ftp://evil.example/x',
  'ws://evil.example/x',
  'wss:evil.example/x',
  'feed:https://evil.example/x',
  'feed://evil.example/x',
  'jar:https://evil.example/x!/y',
  'view-source:https://evil.example/x',
  'web+x:evil.example',
  'blob:https://evil.example/x',
  'filesystem:https://evil.example/temporary/x',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt://%0aalert(1)',
  'vbscript:x',
  'data:text/html,x',
  'data:,x',
  'about:blank',
  'file:///etc/passwd',
  'intent://evil.example/#Intent;scheme=https;end',
  'android-app://com.evil/https/evil.example',
  'microsoft-edge:https://evil.example',
  'x-safari-https://evil.example',
  'googlechrome://evil.example',
  'googlechromes://evil.example',
  'firefox://open-url?url=https://evil.example',
  'opera-http://evil.example',
  'brave://open-url?url=https://evil.example',
  'touch-https://evil.example',
  'mailto:a@evil.example',
  'sms:+1',
  'tel:+1',
  'slack://channel?x=https://evil.example',
  'steam://openurl/https://evil.example',
  'shortcuts://run-shortcut?name=x',
  'ms-word:ofe|u|https://evil.example',
  'evil:x',
  'myapp://callback',
  'callback',
  '?x',
  '#x',
  '1.2://x',
  '.evil://x',
  'io.example.app',
  ' ',
];

describe('a landing page', () => {
  it('stores the link of the app and continues to the provider', async () => {
    const { navigation } = await land(landingUrl(provider, app));
    expect(navigation.left).to.deep.equal([{ url: provider, how: 'replace' }]);
  });

  for (const nativeCallback of hostileCallbacks) {
    it(`never hands a response to ${JSON.stringify(nativeCallback)}, and stores nothing`, async () => {
      const { flow, navigation, session } = await land(landingUrl(provider, nativeCallback));
      expect(navigation.left, 'where it went').to.deep.equal([]);
      expect(flow.state.question, 'question').to.equal(undefined);
      expect(flow.state.step.name).to.equal('error');
      expect(leftBehind(session)).to.deep.equal([]);
      const back = flowHarness({ url: '/callback/ding?code=victims&state=s', session });
      await back.flow.start();
      expect(back.navigation.left, 'where the answer went').to.deep.equal([]);
      expect(back.flow.state.notice).to.deep.include({ code: 'callback.state_mismatch' });
    });
  }
});

/** Pages that do not belong to the connector's provider. */
const foreignPages = [
  'https://evil.example/',
  ' https://evil.example',
  'https://login.dingtalk.com.evil.example/oauth2/auth?state=s',
  'https://login.dingtalk.com:8443/oauth2/auth?state=s',
  'http://login.dingtalk.com/oauth2/auth?state=s',
  'https://evil.example/login.dingtalk.com/oauth2/auth?state=s',
  'https://accounts.google.com/o/oauth2/v2/auth?state=s',
  'https://auth.example.com/sign-in',
  'https://login。dingtalk。evil.example/',
  'http://127.0.0.1/x',
] as const;

describe('a landing page with an untrusted address', () => {
  for (const redirectTo of foreignPages) {
    it(`asks before it redirects to ${redirectTo}, naming the host`, async () => {
      const { flow, navigation, session } = await land(landingUrl(redirectTo, app));
      expect(navigation.left).to.deep.equal([]);
      const { host, href } = new URL(redirectTo);
      expect(flow.state.question).to.deep.equal({ code: 'landing.leave', values: { host, connectorId: 'ding' } });
      expect(leftBehind(session)).to.deep.equal([]);
      await flow.answer(true);
      expect(navigation.left).to.deep.equal([{ url: href, how: 'replace' }]);
    });
  }

  /** The provider's page redirects to `redirect_uri`, in some cases without a confirmation. */
  it('asks if the `redirect_uri` of the provider’s page is not this page', async () => {
    const origin = 'https://auth.example.com';
    for (const [redirectUris, isAsked] of [
      [[], false],
      [[`${origin}/callback/ding`], false],
      [[`${origin}/callback/ding/`], true],
      [[`${origin}/callback/ding?x=1`], true],
      [[`${origin}/callback/ding#x`], true],
      [[`${origin}/callback/ali`], true],
      [[`${origin}/callback/ding/../../sign-in`], true],
      [[`${origin}/callback/%64ing`], true],
      [[`${origin}/`], true],
      [[`${origin}:8443/callback/ding`], true],
      [['https://AUTH.example.com/callback/ding'], false],
      [['http://auth.example.com/callback/ding'], true],
      [['https://auth.example.com.evil.example/callback/ding'], true],
      [['https://auth.example.com@evil.example/callback/ding'], true],
      [['https://evil.example/callback/ding'], true],
      [['https://evil.example/?https://auth.example.com/callback/ding'], true],
      [['//evil.example/callback/ding'], true],
      [['/callback/ding'], true],
      [['https:evil.example'], true],
      [['com.evil.app://callback'], true],
      [['javascript:alert(1)'], true],
      [['urn:ietf:wg:oauth:2.0:oob'], true],
      [['postmessage'], true],
      [[''], true],
      [[`${origin}/callback/ding`, 'https://evil.example/x'], true],
      [['https://evil.example/x', `${origin}/callback/ding`], true],
    ] as const) {
      const question = new URL(provider);
      for (const redirectUri of redirectUris) question.searchParams.append('redirect_uri', redirectUri);
      for (const [redirectTo, options] of [
        [question.href, {}],
        [
          question.href.replace('login.dingtalk.com', 'login.acme.example'),
          { pageOption: () => 'login.acme.example io.example.app:' },
        ],
      ] as const) {
        const { flow, navigation } = await land(landingUrl(redirectTo, app), options);
        expect(flow.state.question?.code, redirectTo).to.equal(isAsked ? 'landing.leave' : undefined);
        expect(navigation.left.length, redirectTo).to.equal(isAsked ? 0 : 1);
      }
    }
  });

  it('leads to the error screen if the person declines, and stores nothing', async () => {
    const { flow, navigation, session } = await land(landingUrl('https://evil.example/', app));
    await flow.answer(false);
    expect(flow.state.step).to.deep.equal({ name: 'error', code: 'landing.declined', startOver: true });
    expect(flow.state.status).to.equal('idle');
    expect(navigation.left).to.deep.equal([]);
    expect(leftBehind(session)).to.deep.equal([]);
    await flow.do.goTo({ step: { name: 'sign-in' }, replace: true });
    expect(flow.state.step.name).to.equal('sign-in');
  });

  for (const redirectTo of [
    'https:evil.example/x',
    'https:\\\\evil.example',
    'https:///evil.example',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'blob:https://evil.example/x',
    'feed:https://evil.example',
    'jar:https://evil.example!/x',
    'view-source:https://evil.example',
    'intent://evil.example#Intent;end',
    'evil.app://x',
    'ftp://evil.example',
    'https://login.dingtalk.com@evil.example/oauth2/auth',
    'https://login.dingtalk.com%2foauth2@evil.example/',
    '//evil.example',
    '/sign-in',
    'https:',
  ]) {
    it(`never redirects to ${JSON.stringify(redirectTo)}`, async () => {
      const { flow, navigation, session } = await land(landingUrl(redirectTo, app));
      expect(flow.state.question).to.equal(undefined);
      expect(flow.state.step).to.deep.equal({ name: 'error', code: 'redirect.unsafe' });
      expect(navigation.left).to.deep.equal([]);
      expect(leftBehind(session)).to.deep.equal([]);
    });
  }

  for (const connectorId of ['nobody', 'ali-app', '__proto__', 'constructor', '..', 'DING', 'ding%20', 'acme']) {
    it(`rejects ${connectorId}, which is no connector that opens a page`, async () => {
      const { flow, navigation, session } = await land(landingUrl(provider, app, encodeURIComponent(connectorId)));
      expect(flow.state.step.name).to.be.oneOf(['error', 'not-found']);
      expect(navigation.left).to.deep.equal([]);
      expect(session.size === 0 || leftBehind(session).length === 0).to.equal(true);
    });
  }

  it('does not ask for hosts that the deployer configured, but for every other one', async () => {
    const pageOption = (name: string) => (name === 'provider-hosts' ? ' login.acme.example\n127.0.0.1:4311' : null);
    for (const [redirectTo, isAsked] of [
      ['https://login.acme.example/x?state=s', false],
      ['http://127.0.0.1:4311/login.dingtalk.com/x?state=s', false],
      ['http://127.0.0.1:4310/x', true],
      ['https://acme.example/x', true],
      ['https://evil.login.acme.example/x', true],
      ['https://login.acme.example.evil.example/x', true],
      ['https://login.acme.example:8443/x', true],
    ] as const) {
      const { flow, navigation } = await land(landingUrl(redirectTo, app), { pageOption });
      expect(flow.state.question !== undefined, redirectTo).to.equal(isAsked);
      expect(navigation.left.length, redirectTo).to.equal(isAsked ? 0 : 1);
    }
  });

  it('hands responses only to apps that the deployer configured, if there are any', async () => {
    const pageOption = (name: string) => (name === 'native-callbacks' ? 'myapp: https://app.example.com/return' : null);
    for (const [nativeCallback, isTaken] of [
      ['myapp://x', true],
      ['https://app.example.com/return', true],
      [app, false],
      ['https://app.example.com/', false],
      ['https:evil.example', false],
    ] as const) {
      const { navigation } = await land(landingUrl(provider, nativeCallback), { pageOption });
      expect(navigation.left.length, nativeCallback).to.equal(isTaken ? 1 : 0);
    }
  });

  it('asks for the page of an enterprise SSO connector, whose host is not known', async () => {
    const settings = { singleSignOnEnabled: true, ssoConnectors: [{ id: 'acme', connectorName: 'Acme' }] };
    const { flow, navigation } = await land(landingUrl('https://sso.acme.example/x?state=s', app, 'acme'), { settings });
    expect(flow.state.question?.values).to.deep.equal({ host: 'sso.acme.example', connectorId: 'acme' });
    await flow.answer(true);
    expect(navigation.left).to.have.length(1);
  });
});

describe('a response for an app', () => {
  const later = (session: Map<string, string>, url: string, options: HarnessOptions = {}) => land(url, { ...options, session });
  const mine = 'https://auth.example.com/oidc/auth/abc';

  it('is handed to the app once, with all parameters of the provider', async () => {
    const { session } = await land(landingUrl(provider, app));
    const back = await later(session, '/callback/ding?code=a%2Bb%20c&state=s#extra=1');
    expect(back.navigation.left).to.deep.equal([
      { url: 'io.example.app://callback?code=a%2Bb%20c&state=s&extra=1', how: 'replace' },
    ]);
    const again = await later(session, '/callback/ding?code=a%2Bb%20c&state=s#extra=1');
    expect(again.navigation.left).to.deep.equal([]);
    const { step } = again.flow.state;
    expect(step).to.deep.include({ name: 'error', code: 'landing.done' });
    if (step.name === 'error' && step.retry) await again.flow.retry(step.retry);
    expect(again.navigation.left).to.have.length(1);
  });

  for (const [what, url] of [
    ['another state', '/callback/ding?code=c&state=other'],
    ['no state', '/callback/ding?code=c'],
    ['an empty state', '/callback/ding?code=c&state='],
    ['another connector', '/callback/ali?code=c&state=s'],
    ['a state given twice', '/callback/ding?code=c&state=other&state=s'],
    ['a state in another case', '/callback/ding?code=c&state=S'],
  ] as const) {
    it(`is not handed over with ${what}, and the link is removed`, async () => {
      const { session } = await land(landingUrl(provider, app));
      const wrong = await later(session, url);
      expect(wrong.navigation.left).to.deep.equal([]);
      expect(wrong.flow.state.notice?.code).to.match(/^callback\.state_/);
      expect(leftBehind(session)).to.deep.equal([]);
      expect((await later(session, '/callback/ding?code=c&state=s')).navigation.left).to.deep.equal([]);
    });
  }

  it('is not handed over after ten minutes', async () => {
    const { session } = await land(landingUrl(provider, app), { now: () => 0 });
    const back = await later(session, '/callback/ding?code=c&state=s', { now: () => 600_000 });
    expect(back.navigation.left).to.deep.equal([]);
    expect(leftBehind(session)).to.deep.equal([]);
  });

  it('without state in the provider’s address is handed over once, within three minutes', async () => {
    const saml = landingUrl('https://login.dingtalk.com/oauth2/auth?client_id=a', app);
    const { session } = await land(saml, { now: () => 0 });
    expect((await later(new Map(session), '/callback/ding?code=c', { now: () => 180_000 })).navigation.left).to.have.length(0);
    const back = await later(session, '/callback/ding?code=c&state=x', { now: () => 179_999 });
    expect(back.navigation.left[0]?.url).to.equal('io.example.app://callback?code=c&state=x');
    expect(leftBehind(session)).to.deep.equal([]);
  });

  for (const [what, redirectTo] of [
    ['with a state', provider],
    ['without one', 'https://login.dingtalk.com/oauth2/auth'],
  ] as const) {
    it(`does not take over an attempt that this tab started afterwards, left behind ${what}`, async () => {
      const { session } = await land(landingUrl(redirectTo, app));
      await flowHarness({ session }).flow.do.startSocial({ connectorId: 'ding' });
      expect(leftBehind(session)).to.deep.equal([]);
      expect((await later(session, '/callback/ding?code=c&state=token')).navigation.left[0]?.url).to.equal(mine);
    });

    it(`does not take over an attempt that this tab started before, left behind ${what}`, async () => {
      const session = new Map<string, string>();
      const local = new Map<string, string>();
      await flowHarness({ session, local }).flow.do.startSocial({ connectorId: 'ding' });
      await later(session, landingUrl(redirectTo, app));
      const back = await later(session, '/callback/ding?code=c&state=token', { local });
      expect(back.navigation.left[0]?.url).to.equal(mine);
      expect(leftBehind(session)).to.deep.equal([]);
    });

    it(`does not take over an attempt that another tab started, left behind ${what}`, async () => {
      const local = new Map<string, string>();
      await flowHarness({ local }).flow.do.startSocial({ connectorId: 'ding' });
      const { session } = await land(landingUrl(redirectTo, app));
      const back = await later(session, '/callback/ding?code=c&state=token', { local });
      expect(back.navigation.left[0]?.url).to.equal(mine);
    });
  }

  it('has no link any more when a sign-in starts or finishes in the tab', async () => {
    const begun = await land(landingUrl(provider, app));
    flowHarness({ url: '/sign-in?app_id=app', session: begun.session });
    expect(leftBehind(begun.session)).to.deep.equal([]);
    const { session } = await land(landingUrl(provider, app));
    const finished = flowHarness({ session, url: '/sign-in/password', state: { depth: 0 } });
    await finished.flow.do.submitPassword({ identifier: { type: 'username', value: 'a', valid: true }, password: 'p' });
    expect(finished.navigation.left).to.have.length(1);
    expect(leftBehind(session)).to.deep.equal([]);
  });

  it('is handed to the app that opened the page last', async () => {
    const { session } = await land(landingUrl(provider, 'com.first.app://x'));
    await later(session, landingUrl(provider, 'com.second.app://x'));
    expect((await later(session, '/callback/ding?code=c&state=s')).navigation.left[0]?.url).to.match(/^com\.second\.app:/);
  });

  const stored = (changes: object) =>
    new Map([
      [
        'sie:1:interaction:handover',
        JSON.stringify({ connectorId: 'ding', link: app, state: 's', expiresAt: 2_000_000, ...changes }),
      ],
    ]);
  for (const [what, changes] of [
    ['a web page', { link: 'https://evil.example/' }],
    ['a web page, written otherwise', { link: 'https:evil.example' }],
    ['a page of ours', { link: 'https://auth.example.com/x' }],
    ['a script', { link: 'javascript:alert(1)' }],
    ['no link', { link: 7 }],
    ['no address', { link: 'x' }],
    ['a list', { link: [app] }],
    ['no time', { expiresAt: 'never' }],
    ['a time that is no number', { expiresAt: null }],
    ['a state that is none', { state: {} }],
    ['an empty state', { state: '' }],
    ['no connector', { connectorId: null }],
    ['another connector', { connectorId: 'ali' }],
  ] as const) {
    it(`ignores ${what} that another script wrote to the storage`, async () => {
      const { navigation } = await later(stored(changes), '/callback/ding?code=c&state=s');
      expect(navigation.left).to.deep.equal([]);
    });
  }
  for (const text of ['', 'null', '[]', '{', '7', '"io.example.app://callback"', '{"link":"io.example.app://callback"}']) {
    it(`ignores ${text || 'empty text'} in the storage`, async () => {
      const session = new Map([['sie:1:interaction:handover', text]]);
      expect((await later(session, '/callback/ding?code=c&state=s')).navigation.left).to.deep.equal([]);
    });
  }
  it('ignores what an earlier version of the page or the server’s stock page stored', async () => {
    const session = new Map([['social_callback_data:ding', 'io.example.app://callback']]);
    expect((await later(session, '/callback/ding?code=c&state=s')).navigation.left).to.deep.equal([]);
  });
});

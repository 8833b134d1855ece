import { expect } from '@open-wc/testing';
import { NetworkError } from '../../client/errors.ts';
import type { NativeBridge, NativeRequest } from '../../platform/native-bridge.ts';
import { apiError, flowHarness } from '../testing/harness.ts';

const attempt = (state: string) =>
  new Map([['sie:1:social:ding', JSON.stringify({ flow: 'social', state, verificationId: 'v-ding' })]]);

describe('continue with a social provider', () => {
  it('stores the attempt and redirects to the provider; only that button is busy meanwhile', async () => {
    const { flow, calls, navigation, storages } = flowHarness();
    const pending: unknown[] = [];
    flow.subscribe(({ pending: current }) => pending.push(current));
    await flow.do.startSocial({ connectorId: 'ding' });
    expect(calls[1]?.request).to.deep.equal({
      connectorId: 'ding',
      state: 'token',
      redirectUri: 'https://auth.example.com/callback/ding',
    });
    expect(navigation.left).to.deep.equal([{ url: 'https://login.dingtalk.example/auth?state=s', how: 'assign' }]);
    expect(pending).to.deep.equal([
      { command: 'startSocial', target: 'ding' },
      { command: 'startSocial', target: 'ding' },
    ]);
    expect(storages.session.get('sie:1:social:ding')).to.contain('token');
  });

  for (const authorizationUri of ['javascript:alert(1)', 'alipay://x', 'data:text/html,x', 'not a url']) {
    it(`rejects an unsafe authorization address: ${authorizationUri}`, async () => {
      const { flow, navigation } = flowHarness({
        answers: { 'POST /verification/social/ding/authorization-uri': { authorizationUri, verificationId: 'v' } },
      });
      await flow.do.startSocial({ connectorId: 'ding' });
      expect(navigation.left).to.deep.equal([]);
      expect(flow.state.step).to.deep.equal({ name: 'error', code: 'redirect.unsafe' });
    });
  }

  it('shows that a connector does not exist', async () => {
    const { flow } = flowHarness();
    await flow.do.startSocial({ connectorId: 'nope' });
    expect(flow.state.notice).to.deep.include({ code: 'connector.unknown' });
  });
});

describe('back from a social provider', () => {
  it('signs in with a response in the query or the fragment', async () => {
    const { flow, calls, navigation } = flowHarness({
      url: '/callback/ding?code=c%2B%25&state=token&code=second#extra=1',
      session: attempt('token'),
    });
    await flow.start();
    expect(calls[0]).to.deep.include({
      name: 'POST /verification/social/ding/verify',
      request: {
        connectorId: 'ding',
        verificationId: 'v-ding',
        connectorData: { code: 'c+%', extra: '1', redirectUri: 'https://auth.example.com/callback/ding' },
      },
    });
    expect(navigation.left).to.have.length(1);
  });

  it('removes the response from the address and the history', async () => {
    const { flow, navigation } = flowHarness({ url: '/callback/ding?code=secret&state=token', session: attempt('token') });
    await flow.start();
    expect(JSON.stringify(navigation.current())).not.to.contain('secret');
  });

  for (const [name, url, session, code] of [
    ['there is no state', '/callback/ding?code=c', attempt('token'), 'callback.state_missing'],
    ['the state is another', '/callback/ding?code=c&state=other', attempt('token'), 'callback.state_mismatch'],
    ['nothing was started here', '/callback/ding?code=c&state=token', new Map<string, string>(), 'callback.state_mismatch'],
  ] as const) {
    it(`makes no request and leads to sign-in when ${name}`, async () => {
      const { flow, calls } = flowHarness({ url, session });
      await flow.start();
      expect(calls).to.deep.equal([]);
      expect(flow.state.step.name).to.equal('sign-in');
      expect(flow.state.notice).to.deep.include({ code });
    });
  }

  const fallback = (changes: object = {}) =>
    new Map([
      [
        'logto:redirect-context:fallback:token',
        JSON.stringify({ flow: 'social', connectorId: 'ding', state: 'token', verificationId: 'v-kept', expiresAt: 1_000_001, appId: 'app', uiLocales: 'zh-CN', ...changes }),
      ],
    ]); // prettier-ignore

  it('finds the attempt if an in-app browser lost the session storage', async () => {
    const local = fallback();
    const { flow, calls, memory } = flowHarness({ url: '/callback/ding?code=c&state=token', local });
    await flow.start();
    expect(calls[0]?.request).to.deep.include({ verificationId: 'v-kept' });
    expect(memory.session()).to.deep.include({ appId: 'app', uiLocales: 'zh-CN' });
    expect([...local.keys()].filter((key) => key.startsWith('logto:'))).to.deep.equal([]);
  });

  for (const [name, changes] of [
    ['expired', { expiresAt: 1_000_000 }],
    ['of another connector', { connectorId: 'other' }],
    ['of nothing we know', { flow: 'fax' }],
  ] as const) {
    it(`does not use a kept attempt that is ${name}`, async () => {
      const { flow, calls } = flowHarness({ url: '/callback/ding?code=c&state=token', local: fallback(changes) });
      await flow.start();
      expect(calls).to.deep.equal([]);
      expect(flow.state.notice).to.deep.include({ code: 'callback.state_mismatch' });
    });
  }

  it('does not look for a kept attempt when the stored state is another', async () => {
    const { flow, calls } = flowHarness({ url: '/callback/ding?code=c&state=token', session: attempt('x'), local: fallback() });
    await flow.start();
    expect(calls).to.deep.equal([]);
  });

  it('can be retried with the same attempt after a connection failure', async () => {
    const verify = 'POST /verification/social/ding/verify';
    const { flow, answers, navigation } = flowHarness({
      url: '/callback/ding?code=c&state=token',
      session: attempt('token'),
      answers: { [verify]: new NetworkError(verify) },
    });
    await flow.start();
    const { step } = flow.state;
    answers[verify] = { verificationId: 'v-ding' };
    if (step.name === 'error' && step.retry) await flow.retry(step.retry);
    expect(navigation.left).to.have.length(1);
  });

  it('can be retried if the connection failed after the response was accepted', async () => {
    const { flow, answers, names, navigation } = flowHarness({
      url: '/callback/ding?code=c&state=token',
      session: attempt('token'),
      answers: { 'POST /identification': new NetworkError('POST /identification') },
    });
    await flow.start();
    for (const next of [new NetworkError('POST /identification'), undefined]) {
      const { step } = flow.state;
      answers['POST /identification'] = next;
      if (step.name === 'error' && step.retry) await flow.retry(step.retry);
    }
    expect(names().filter((name) => name.endsWith('/verify'))).to.have.length(1);
    expect(navigation.left).to.have.length(1);
  });

  it('leads back to sign-in with the reason when the response is invalid', async () => {
    const { flow } = flowHarness({
      url: '/callback/ding?code=c&state=token',
      session: attempt('token'),
      answers: { 'POST /verification/social/ding/verify': apiError(400, 'connector.general') },
    });
    await flow.start();
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice).to.deep.include({ code: 'connector.general', tone: 'danger' });
  });

  it('sends no response twice, whatever the server responded', async () => {
    const url = '/callback/ding?code=c&state=token';
    for (const verified of [{ verificationId: 'v-ding' }, apiError(400, 'connector.general')]) {
      const session = attempt('token');
      await flowHarness({ url, session, answers: { 'POST /verification/social/ding/verify': verified } }).flow.start();
      const again = flowHarness({ url, session });
      await again.flow.start();
      expect(again.calls).to.deep.equal([]);
    }
  });
});

describe('direct sign-in', () => {
  it('starts it and leaves no step in the history', async () => {
    const { flow, navigation } = flowHarness({ url: '/direct/social/dingtalk?app_id=app&fallback=register' });
    await flow.start();
    expect(navigation.left).to.deep.equal([{ url: 'https://login.dingtalk.example/auth?state=s', how: 'replace' }]);
  });

  for (const [url, step] of [
    ['/direct/social/nope?app_id=app', 'sign-in'],
    ['/direct/social/nope?fallback=sign-in', 'sign-in'],
    ['/direct/social/nope?fallback=register', 'register'],
    ['/direct/social/nope?fallback=identifier-register', 'register'],
    ['/direct/social/nope?fallback=reset-password', 'sign-in'],
    ['/direct/social/nope?fallback=identifier-sign-in&identifier=email', 'sign-in'],
    ['/direct/social/nope?fallback=//evil.example', 'not-found'],
    ['/direct/sso/dingtalk', 'sign-in'],
  ] as const) {
    it(`falls back from ${url} to ${step}`, async () => {
      const { flow, navigation } = flowHarness({ url });
      await flow.start();
      expect(flow.state.step.name).to.equal(step);
      expect(navigation.left).to.deep.equal([]);
    });
  }
});

it('a fallback screen keeps the identifiers that the app asked for', async () => {
  const { flow } = flowHarness({ url: '/direct/social/nope?fallback=identifier-sign-in&identifier=email' });
  await flow.start();
  expect(flow.state.step).to.deep.equal({ name: 'sign-in', focused: ['email'] });
});

describe('in the web view of an app', () => {
  const bridge = (changes: Partial<NativeBridge> = {}) => {
    const posted: NativeRequest[] = [];
    const native: NativeBridge = {
      platform: 'ios',
      callbackLink: 'io.example://callback',
      universal: true,
      nativeTargets: ['alipay'],
      post: (request) => void posted.push(request),
      ...changes,
    };
    return { native, posted };
  };
  const aliAnswer = (authorizationUri: string) => ({
    'POST /verification/social/ali-app/authorization-uri': { authorizationUri, verificationId: 'v-ali' },
  });

  it("asks the app to open a native connector's scheme, and stays idle", async () => {
    const { native, posted } = bridge();
    const { flow, navigation } = flowHarness({ native, answers: aliAnswer('alipay://?app_id=1&state=s') });
    await flow.do.startSocial({ connectorId: 'ali-app' });
    expect(posted).to.deep.equal([
      { redirectTo: 'alipay://?app_id=1&state=s', callbackUri: 'https://auth.example.com/callback/social/ali-app' },
    ]);
    expect(navigation.left).to.deep.equal([]);
    expect(flow.state.status).to.equal('idle');
  });

  it('does not hand an unsafe scheme to the app', async () => {
    const { native, posted } = bridge();
    const { flow } = flowHarness({ native, answers: aliAnswer('javascript:alert(1)') });
    await flow.do.startSocial({ connectorId: 'ali-app' });
    expect(posted).to.deep.equal([]);
    expect(flow.state.step).to.deep.equal({ name: 'error', code: 'redirect.unsafe' });
  });

  it('opens no enterprise SSO connector if the app has no callback link', async () => {
    const { native, posted } = bridge({ callbackLink: undefined });
    const { flow, calls } = flowHarness({
      native,
      settings: { singleSignOnEnabled: true, ssoConnectors: [{ id: 'acme', connectorName: 'Acme' }] },
    });
    await flow.do.startSso({ connectorId: 'acme' });
    expect(flow.state.notice).to.deep.include({ code: 'connector.unknown' });
    expect(posted).to.deep.equal([]);
    expect(calls).to.deep.equal([]);
  });

  it('sends a universal connector through the landing page', async () => {
    const { native, posted } = bridge({ nativeTargets: [] });
    const { flow } = flowHarness({
      native,
      settings: { socialConnectors: [{ id: 'ding', target: 'dingtalk', platform: 'Universal', name: {}, logo: '' }] },
    });
    await flow.do.startSocial({ connectorId: 'ding' });
    expect(posted[0]?.redirectTo).to.equal(
      'https://auth.example.com/social/landing/ding?redirect_to=https%3A%2F%2Flogin.dingtalk.example%2Fauth%3Fstate%3Ds&native_callback=io.example%3A%2F%2Fcallback',
    );
  });

  it('signs in through the system browser: landing, provider, back to the app', async () => {
    const session = new Map<string, string>();
    const landing = flowHarness({
      url: '/social/landing/ding?redirect_to=https%3A%2F%2Fidp.example%2F&native_callback=io.example.app%3A%2F%2Fcallback',
      session,
    });
    await landing.flow.start();
    expect(landing.flow.state.question?.code).to.equal('landing.leave');
    await landing.flow.answer(true);
    expect(landing.navigation.left).to.deep.equal([{ url: 'https://idp.example/', how: 'replace' }]);
    const back = flowHarness({ url: '/callback/ding?code=c&state=s', session });
    await back.flow.start();
    expect(back.navigation.left[0]?.url).to.equal('io.example.app://callback?code=c&state=s');
  });

  it('hands no response to a web page whose address is in the storage', async () => {
    const handover = { connectorId: 'ding', link: 'https://evil.example/', state: 's', expiresAt: 2_000_000 };
    const session = new Map([['sie:1:interaction:handover', JSON.stringify(handover)]]);
    const { flow, navigation } = flowHarness({ url: '/callback/ding?code=c&state=s', session });
    await flow.start();
    expect(flow.state.step).to.deep.equal({ name: 'error', code: 'redirect.unsafe' });
    expect(navigation.left).to.deep.equal([]);
    expect(session.size).to.equal(0);
  });

  it('does not hand a later sign-in of the browser to an app whose attempt was abandoned', async () => {
    const session = new Map<string, string>();
    const url =
      '/social/landing/ding?redirect_to=https%3A%2F%2Flogin.dingtalk.com%2F&native_callback=io.example.app%3A%2F%2Fcallback';
    await flowHarness({ url, session }).flow.start();
    await flowHarness({ session }).flow.do.startSocial({ connectorId: 'ding' });
    const back = flowHarness({ url: '/callback/ding?code=c&state=token', session });
    await back.flow.start();
    expect(back.navigation.left).to.deep.equal([{ url: 'https://auth.example.com/oidc/auth/abc', how: 'replace' }]);
  });

  for (const url of [
    '/social/landing/ding?redirect_to=https%3A%2F%2Fidp.example%2F',
    '/social/landing/ding?native_callback=io.example%3A%2F%2Fcallback',
    '/social/landing/ding?redirect_to=javascript:alert(1)&native_callback=io.example%3A%2F%2Fcallback',
    '/social/landing/ding?redirect_to=https%3A%2F%2Fidp.example%2F&native_callback=javascript:alert(1)',
    '/social/landing/ding?redirect_to=https%3A%2F%2Fidp.example%2F&native_callback=https%3A%2F%2Fevil.example%2F',
    '/social/landing/ding?redirect_to=https%3A%2F%2Fidp.example%2F&native_callback=https%3A%2F%2Fauth.example.com.evil.example%2F',
  ]) {
    it(`shows an error for an incomplete or unsafe landing: ${url}`, async () => {
      const { flow, navigation } = flowHarness({ url });
      await flow.start();
      expect(flow.state.step.name).to.equal('error');
      expect(navigation.left).to.deep.equal([]);
    });
  }
});

import { expect } from '@open-wc/testing';
import { flowHarness } from '../testing/harness.ts';

const connector = (target: string, platform: string | null = 'Web') => ({
  id: target,
  target,
  platform,
  name: { en: target },
  logo: '',
});
const targets = ['alipay', 'apple', 'dingtalk', 'google', 'oauth2', 'qq', 'wechat', 'wecom', 'x'];
const settings = {
  socialConnectors: targets.map((target) => connector(target)),
  singleSignOnEnabled: true,
  ssoConnectors: [{ id: 'acme', connectorName: 'Acme' }],
};
const attempt = (id: string, flow = 'social') =>
  new Map([[`sie:1:social:${id}`, JSON.stringify({ flow, state: 's', verificationId: 'v' })]]);

const back = async (id: string, query: string, flow = 'social') => {
  const kind = flow === 'sso' ? 'sso' : 'social';
  const harness = flowHarness({
    settings,
    url: `/callback/${id}?${query}`,
    session: attempt(id, flow),
    answers: { [`POST /verification/${kind}/${id}/verify`]: { verificationId: 'v' } },
  });
  await harness.flow.start();
  return harness;
};

/** Provider, its response at the callback, and whether that means that the person cancelled. */
const answers: readonly (readonly [id: string, query: string, isCancelled: boolean, note?: string])[] = [
  ['dingtalk', 'error=access_denied&state=s', true],
  ['dingtalk', 'state=s', true, 'authCode missing'],
  ['dingtalk', 'authCode=&state=s', true],
  ['dingtalk', 'authCode=&code=&state=s', true],
  ['alipay', 'app_id=1&error=access_denied&state=s', true],
  ['alipay', 'app_id=1&source=alipay_wallet&scope=auth_user&state=s', true, 'auth_code missing'],
  ['alipay', 'resultStatus=6001&state=s', true],
  ['alipay', 'error=auth_cancelled&state=s', true],
  ['wechat', 'state=s', true, 'the state alone'],
  ['wecom', 'state=s', true],
  ['qq', 'usercancel=1&state=s', true],
  ['qq', 'usercancel=2&state=s', true],
  ['google', 'error=access_denied&state=s', true],
  ['google', 'error=access_denied&error_subtype=access_denied&state=s', true],
  ['apple', 'error=user_cancelled_authorize&state=s', true],
  ['apple', 'error=popup_closed_by_user&state=s', true],
  ['apple', 'error=user_trigger_new_signin_flow&state=s', false],
  ['oauth2', 'error=access_denied&error_reason=user_denied&error_code=200&error_description=Permissions+error&state=s', true],
  ['oauth2', 'error=user_denied&state=s', true],
  ['oauth2', 'error=user_cancelled_login&state=s', true],
  ['oauth2', 'error=user_cancelled&state=s', true],
  ['oauth2', 'error=user_canceled&state=s', true],
  ['oauth2', 'error=ACCESS_DENIED&errorCode=417&state=s', true],
  ['oauth2', 'error=access_denied&error_subcode=cancel&state=s', true],
  ['oauth2', 'error=AccessDenied&state=s', true],
  ['oauth2', 'error=access-denied&state=s', true],
  ['oauth2', 'error=consent_denied&state=s', true],
  ['oauth2', 'error_code=21330&state=s', true],
  ['oauth2', 'error=authorization_declined&state=s', true],
  ['oauth2', 'error=cancelled&state=s', true],
  ['oauth2', 'openid.mode=cancel&state=s', true],
  ['x', 'denied=token&state=s', true],
  ['oauth2', 'state=s#error=access_denied', true, 'in the fragment'],
  ['oauth2', 'error=access%255Fdenied&state=s', true, 'encoded twice'],
  ['oauth2', 'error=access%25255Fdenied&state=s', true, 'encoded three times'],
  ['oauth2', 'error=access%2520denied&state=s', true, 'in words, encoded twice'],
  ['oauth2', 'error=access%2Bdenied&state=s', true, 'in words, with a plus'],
  ['oauth2', 'error=user_rejected&state=s', true],
  ['oauth2', 'error=user_refused&state=s', true],
  ['oauth2', 'error=user_aborted&state=s', true],
  ['oauth2', 'error=popup_closed&state=s', true],
  ['oauth2', 'error=rejected&state=s', false, 'by whom is not said'],
  ['oauth2', 'error=%25&state=s', false, 'a percent sign'],
  // Not cancelled: the server and its connector interpret the response.
  ['dingtalk', 'authCode=c&code=c&state=s', false],
  ['dingtalk', 'authCode=c&state=s', false],
  ['dingtalk', 'error=server_error&state=s', false],
  ['alipay', 'auth_code=c&state=s&error_scope=auth_base', false],
  ['qq', 'usercancel=0&code=c&state=s', false],
  ['wechat', 'code=c&state=s', false],
  ['google', 'code=c&state=s&error=access_denied', false, 'a code counts more'],
  ['oauth2', 'state=s', false, 'may be how a connector of the tenant answers'],
  ['oauth2', 'error=temporarily_unavailable&state=s', false],
  ['oauth2', 'error=server_error&state=s', false],
  ['oauth2', 'error=invalid_request&state=s', false],
  ['oauth2', 'error=unauthorized_client&state=s', false],
  ['oauth2', 'error=invalid_scope&state=s', false],
  ['oauth2', 'error=login_required&state=s', false],
  ['oauth2', 'error=interaction_required&state=s', false],
  ['oauth2', 'error=account_selection_required&state=s', false],
  ['oauth2', 'error=consent_required&state=s', false],
];

describe('a provider’s response', () => {
  for (const [id, query, isCancelled, note] of answers) {
    it(`${id} ${query}${note ? ` (${note})` : ''}: ${isCancelled ? 'cancelled' : 'for the server'}`, async () => {
      const { flow, names, navigation } = await back(id, query);
      const verified = names().filter((name) => name.endsWith('/verify'));
      if (!isCancelled) return expect(verified).to.have.length(1);
      expect(verified).to.deep.equal([]);
      expect(navigation.left).to.deep.equal([]);
      expect(flow.state.step.name).to.equal('sign-in');
      return expect(flow.state.notice).to.deep.equal({
        tone: 'danger',
        code: 'social.cancelled',
        values: { connectorId: id },
      });
    });
  }

  it('of an enterprise SSO connector is interpreted the same way', async () => {
    const { flow, names } = await back('acme', 'error=access_denied&state=s', 'sso');
    expect(names()).to.deep.equal([]);
    expect(flow.state.notice).to.deep.include({ code: 'social.cancelled', values: { connectorId: 'acme' } });
  });

  it('of an enterprise SSO connector may consist of the state alone', async () => {
    expect((await back('acme', 'state=s', 'sso')).names()[0]).to.equal('POST /verification/sso/acme/verify');
  });

  it('with an unknown state does not count as a cancellation', async () => {
    const { flow } = await back('dingtalk', 'error=access_denied&state=other');
    expect(flow.state.notice).to.deep.include({ code: 'callback.state_mismatch' });
  });

  it('is not accepted a second time after a cancellation', async () => {
    const session = attempt('dingtalk');
    const url = '/callback/dingtalk?error=access_denied&state=s';
    await flowHarness({ settings, url, session }).flow.start();
    expect(session.has('sie:1:social:dingtalk')).to.equal(false);
  });
});

describe('in a browser that denies storage', () => {
  const blocked = { session: 'blocked', local: 'blocked' } as const;

  it('a provider is not opened, and the reason is shown', async () => {
    const { flow, names, navigation } = flowHarness(blocked);
    await flow.do.startSocial({ connectorId: 'ding' });
    expect(names()).to.deep.equal([]);
    expect(navigation.left).to.deep.equal([]);
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice).to.deep.include({ code: 'browser.storage_blocked', tone: 'danger' });
  });

  it('an enterprise SSO connector is not opened either', async () => {
    const { flow, navigation } = flowHarness({ ...blocked, settings });
    await flow.do.startSso({ connectorId: 'acme' });
    expect(flow.state.notice?.code).to.equal('browser.storage_blocked');
    expect(navigation.left).to.deep.equal([]);
  });

  it('the native app is not asked to open one', async () => {
    const posted: unknown[] = [];
    const native = {
      platform: 'ios',
      callbackLink: 'io.example.app://x',
      universal: true,
      nativeTargets: ['alipay'],
      post: (request: unknown) => void posted.push(request),
    } as const;
    const { flow } = flowHarness({ ...blocked, native });
    await flow.do.startSocial({ connectorId: 'ali-app' });
    expect(flow.state.notice?.code).to.equal('browser.storage_blocked');
    expect(posted).to.deep.equal([]);
  });

  for (const url of ['/callback/ding?code=c&state=token', '/callback/social/ding?code=c&state=token']) {
    it(`a provider’s response is rejected with that reason: ${url}`, async () => {
      const { flow, names } = flowHarness({ ...blocked, url });
      await flow.start();
      expect(names()).to.deep.equal([]);
      expect(flow.state.step.name).to.equal('sign-in');
      expect(flow.state.notice).to.deep.include({ code: 'browser.storage_blocked' });
    });
  }

  it('direct sign-in shows the reason on the first screen', async () => {
    const { flow, navigation } = flowHarness({ ...blocked, url: '/direct/social/dingtalk' });
    await flow.start();
    expect(navigation.left).to.deep.equal([]);
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice?.code).to.equal('browser.storage_blocked');
  });

  for (const kept of ['session', 'local'] as const) {
    it(`but ${kept} storage, a provider is opened and its response is accepted`, async () => {
      const map = new Map<string, string>();
      const storages = { ...blocked, [kept]: map };
      const { flow, navigation } = flowHarness(storages);
      await flow.do.startSocial({ connectorId: 'ding' });
      expect(navigation.left).to.have.length(1);
      const again = flowHarness({ ...storages, url: '/callback/ding?code=c&state=token' });
      await again.flow.start();
      expect(again.navigation.left[0]?.url).to.equal('https://auth.example.com/oidc/auth/abc');
    });
  }

  it('the test for storage leaves no entry', async () => {
    const session = new Map<string, string>();
    const { flow } = flowHarness({ session });
    await flow.do.startSocial({ connectorId: 'ding' });
    expect([...session.keys()].filter((key) => key.includes('probe'))).to.deep.equal([]);
  });
});

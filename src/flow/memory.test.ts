import { expect } from '@open-wc/testing';
import { memoryNavigation, memoryStorage } from '../platform/in-memory.ts';
import { createMemory, openSession } from './memory.ts';

interface Arrival {
  readonly state?: unknown;
  readonly entries?: Map<string, string>;
  readonly referrer?: string;
}

const arrive = (url: string, { state = null, entries = new Map(), referrer = '' }: Arrival = {}) => {
  const navigation = memoryNavigation({ url, state, referrer });
  const memory = createMemory({ session: memoryStorage(entries) });
  return { session: openSession(navigation, memory), navigation, entries };
};

describe('the session of the page', () => {
  it('is read from the address, which keeps only the app', () => {
    const { session, navigation } = arrive('/sign-in?app_id=a&organization_id=o&ui_locales=zh-CN%20en&login_hint=x#h', {
      referrer: 'https://app.example.com/start',
    });
    expect(session).to.deep.equal({
      appId: 'a',
      organizationId: 'o',
      uiLocales: 'zh-CN en',
      loginHint: 'x',
      appUrl: 'https://app.example.com/start',
    });
    const { path, search, hash } = navigation.current();
    expect(path + search + hash).to.equal('/sign-in?app_id=a&login_hint=x#h');
  });

  it('is removed from the address without changing the state of the history entry', () => {
    const state = { name: 'password', depth: 1 };
    const { navigation } = arrive('/sign-in/password?app_id=a&ui_locales=de', { state });
    expect(navigation.current()).to.deep.include({ search: '?app_id=a', state });
  });

  it('survives a reload, whose address lacks the organization and the languages', () => {
    const { entries } = arrive('/sign-in?app_id=a&organization_id=o&ui_locales=de');
    const { session } = arrive('/sign-in?app_id=a', { entries, state: { name: 'sign-in', depth: 0 } });
    expect(session).to.deep.include({ appId: 'a', organizationId: 'o', uiLocales: 'de' });
  });

  it('survives the round trip to a provider', () => {
    const { entries } = arrive('/sign-in?app_id=a&organization_id=o&ui_locales=de');
    const { session } = arrive('/callback/ding?code=c&state=s', { entries });
    expect(session).to.deep.include({ appId: 'a', organizationId: 'o', uiLocales: 'de' });
  });

  it("does not use a provider's `app_id` as the app", () => {
    const { entries } = arrive('/sign-in?app_id=a');
    const { session } = arrive('/callback/alipay?app_id=2021000000000000&auth_code=c&state=s', { entries });
    expect(session.appId).to.equal('a');
  });

  it('is not mixed with that of a previous sign-in', () => {
    const { entries } = arrive('/sign-in?app_id=a&organization_id=o&ui_locales=de');
    const { session } = arrive('/sign-in?app_id=b', { entries });
    expect(session).to.deep.include({ appId: 'b', organizationId: undefined, uiLocales: undefined });
  });

  it('is not mixed with that of a previous sign-in if the server names no app', () => {
    const { entries } = arrive('/sign-in?organization_id=o&ui_locales=de');
    const { session } = arrive('/sign-in', { entries });
    expect(session).to.deep.include({ organizationId: undefined, uiLocales: undefined });
  });

  it('stores origin and path of the referrer, without its query', () => {
    for (const [referrer, appUrl] of [
      ['https://app.example.com/?one_time_token=SECRET', 'https://app.example.com/'],
      ['https://app.example.com?one_time_token=SECRET&login_hint=a@b.c', 'https://app.example.com/'],
      ['https://app.example.com/magic?token=SECRET', 'https://app.example.com/magic'],
      ['https://app.example.com/magic?SECRET', 'https://app.example.com/magic'],
      ['https://app.example.com/magic#access_token=SECRET', 'https://app.example.com/magic'],
      ['https://app.example.com/#/magic?token=SECRET', 'https://app.example.com/'],
      ['https://app.example.com/a?x=1#id_token=SECRET', 'https://app.example.com/a'],
      ['https://app.example.com/a??code=SECRET&state=SECRET', 'https://app.example.com/a'],
      ['https://app.example.com/a;v=1?code=SECRET', 'https://app.example.com/a;v=1'],
      ['https://app.example.com:8443/callback?code=SECRET', 'https://app.example.com:8443/callback'],
      ['http://localhost:3000/callback?code=SECRET', 'http://localhost:3000/callback'],
      ['http://127.0.0.1:5173/?password=SECRET', 'http://127.0.0.1:5173/'],
      ['http://[::1]:5173/?password=SECRET', 'http://[::1]:5173/'],
      ['https://bücher.example/x?passcode=SECRET', 'https://xn--bcher-kva.example/x'],
      ['https://auth.example.com/callback/google?code=SECRET&state=SECRET', 'https://auth.example.com/callback/google'],
      ['https://auth.example.com/switch-account?one_time_token=SECRET', 'https://auth.example.com/switch-account'],
      ['https://auth.example.com/oidc/auth?one_time_token=SECRET', 'https://auth.example.com/oidc/auth'],
      ['https://auth.example.com/sign-in?identifier=alice&password=SECRET', 'https://auth.example.com/sign-in'],
      ['https://SECRET@app.example.com/', undefined],
      ['https://a:SECRET@app.example.com/', undefined],
    ] as const) {
      const { session, entries } = arrive('/unknown-session?app_id=a', { referrer });
      expect(session.appUrl, referrer).to.equal(appUrl);
      expect(JSON.stringify([...entries]), referrer).not.to.include('SECRET');
    }
  });

  for (const referrer of ['javascript:alert(1)', 'app://x', '']) {
    it(`ignores the referrer ${referrer || '(none)'}`, () => {
      expect(arrive('/sign-in?app_id=a', { referrer }).session.appUrl).to.equal(undefined);
    });
  }

  it('ignores malformed stored data', () => {
    const entries = new Map([['sie:1:session', '{"appId":7,"uiLocales":{}}']]);
    expect(arrive('/sign-in', { entries }).session.appId).to.equal(undefined);
  });
});

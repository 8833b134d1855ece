import { expect } from '@open-wc/testing';
import { pathToStep, readParams, stepToPath, stepToState } from './routes.ts';
import type { Step } from './steps.ts';
import { settingsWith } from './testing/harness.ts';

const identifier = { type: 'email', value: 'alice@example.com' } as const;
const settings = settingsWith();
const at = (url: string, state: unknown = null, changes?: Record<string, unknown>) => {
  const { pathname: path, search, hash } = new URL(url, 'https://auth.example.com');
  return pathToStep({ path, search, hash, state }, changes ? settingsWith(changes) : settings);
};

describe('routes', () => {
  const kept: readonly Step[] = [
    { name: 'sign-in' },
    { name: 'password', identifier },
    { name: 'verification-code', purpose: 'sign-in', identifier, verificationId: 'v', sentAt: 5 },
    { name: 'unknown-session' },
  ];
  for (const step of kept) {
    it(`come back to ${step.name} after a reload`, () => {
      const state: unknown = JSON.parse(JSON.stringify(stepToState(step)));
      expect(at(stepToPath(step) ?? '', state)).to.deep.equal(step);
    });
  }

  for (const [url, name] of [
    ['/', 'sign-in'],
    ['/sign-in/', 'sign-in'],
    ['/sign-in/password', 'sign-in'],
    ['/sign-in/verification-code', 'sign-in'],
    ['/sign-in/verification-methods', 'sign-in'],
    ['/sign-in/nowhere', 'not-found'],
    ['/sign-in?one_time_token=t', 'unavailable'],
    ['/register', 'unavailable'],
    ['/continue/password', 'unavailable'],
    ['/mfa-verification/Totp', 'unavailable'],
    ['/social/link/c', 'unavailable'],
    ['/single-sign-on/email', 'unavailable'],
    ['/callback/c?code=1', 'native-callback'],
    ['/callback/social/c?code=1', 'social-callback'],
    ['/callback', 'not-found'],
    ['/social/landing/c', 'error'],
    ['/direct/social/x', 'direct'],
    ['/direct', 'not-found'],
    ['/account-suspended', 'account-suspended'],
    ['/unknown-session', 'unknown-session'],
    ['/nowhere', 'not-found'],
    ['/sign-in/a/b/c', 'not-found'],
    ['/callback/%E0%A4%A?state=%', 'native-callback'],
  ] as const) {
    it(`lead from ${url} to ${name}`, () => expect(at(url).name).to.equal(name));
  }

  for (const [what, state] of [
    ['nothing', null],
    ['a number', 7],
    ['another page’s', { key: 'x', usr: null }],
    ['an identifier without value', { identifier: { type: 'email' } }],
    ['an unknown type', { identifier: { type: 'fax', value: '1' }, verificationId: 'v' }],
    ['a code for a username', { identifier: { type: 'username', value: 'a' }, verificationId: 'v' }],
  ] as const) {
    it(`fall back to sign-in when the history holds ${what}`, () => {
      expect(at('/sign-in/verification-code', state).name).to.equal('sign-in');
    });
  }

  it('do not show a password screen to those who have none', () => {
    const codesOnly = { signIn: { methods: [{ identifier: 'email', verificationCode: true }] } };
    expect(at('/sign-in/password', { identifier }, codesOnly).name).to.equal('sign-in');
  });

  it('send a tenant that only registers to registration', () => {
    expect(at('/sign-in', null, { signInMode: 'Register' })).to.deep.equal({ name: 'unavailable', code: 'path.register' });
  });

  it('read parameters of any text, the first of equal names', () => {
    expect(readParams({ search: '?a=1&a=2&b=%&c=%zz&__proto__=x', hash: '#d=4&a=9' })).to.deep.equal(
      Object.fromEntries([['a', '1'], ['b', '%'], ['c', '%zz'], ['__proto__', 'x'], ['d', '4']]),
    ); // prettier-ignore
  });
});

import { expect } from '@open-wc/testing';
import { firstPath, firstStep } from '../history.ts';
import { readParams } from '../params.ts';
import { pathToStep, resolveStep, stepToHistory, stepToPath } from './addresses.ts';
import { previousStep, runsByItself, steps } from './index.ts';
import type { Step } from './step.ts';
import { settingsWith } from '../testing/harness.ts';
import { sampleSteps } from '../testing/outcomes-in-words.ts';

const identifier = { type: 'email', value: 'alice@example.com' } as const;
const settings = settingsWith({
  signUp: { identifiers: ['username', 'email'] },
  forgotPassword: { email: true, phone: true },
  singleSignOnEnabled: true,
  ssoConnectors: [{ id: 'acme', connectorName: 'Acme' }],
});
const at = (url: string, state: unknown = null, changes?: Record<string, unknown>) => {
  const { pathname: path, search, hash } = new URL(url, 'https://auth.example.com');
  return pathToStep({ path, search, hash, state }, changes ? settingsWith(changes) : settings);
};

describe('routes', () => {
  const kept: readonly Step[] = [
    { name: 'sign-in' },
    { name: 'password', identifier },
    { name: 'verification-code', purpose: 'sign-in', identifier, verificationId: 'v', sentAt: 5 },
    { name: 'register' },
    { name: 'register', focused: ['username'] },
    { name: 'verification-code', purpose: 'continue', identifier, verificationId: 'v', sentAt: 5, missing: 'emailOrPhone' },
    { name: 'forgot-password', identifier },
    { name: 'forgot-password', focused: ['email'] },
    { name: 'new-password', purpose: 'reset', identifier },
    { name: 'new-password', purpose: 'continue' },
    { name: 'missing-identifier', missing: 'emailOrPhone' },
    { name: 'extra-profile' },
    { name: 'social-link', connectorId: 'c', relatedUser: { type: 'phone', value: '****1234' } },
    { name: 'single-sign-on', email: 'a@b.c' },
    { name: 'single-sign-on', focused: true },
    { name: 'sso-connectors', connectorIds: ['a', 'b'], email: 'a@b.c' },
    { name: 'unknown-session' },
  ];
  for (const step of kept) {
    it(`come back to ${step.name} after a reload`, () => {
      const state: unknown = JSON.parse(JSON.stringify(stepToHistory(step)));
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
    ['/sign-in?one_time_token=t', 'error'],
    ['/sign-in?one_time_token=t&login_hint=a@b.c', 'one-time-token'],
    ['/register?one_time_token=t&login_hint=a@b.c', 'one-time-token'],
    ['/one-time-token?one_time_token=t&login_hint=a@b.c', 'one-time-token'],
    ['/one-time-token/error?errorMessage=Call+0900', 'error'],
    ['/reset-password?one_time_token=t&login_hint=a@b.c', 'reset-token'],
    ['/reset-password?one_time_token=t', 'forgot-password'],
    ['/reset-password', 'forgot-password'],
    ['/switch-account?one_time_token=t&login_hint=a@b.c', 'account-check'],
    ['/switch-account', 'error'],
    ['/register', 'register'],
    ['/register/password', 'new-password'],
    ['/register/verification-code', 'register'],
    ['/register/nowhere', 'not-found'],
    ['/identifier-sign-in', 'sign-in'],
    ['/identifier-register', 'register'],
    ['/forgot-password', 'forgot-password'],
    ['/forgot-password/verification-code', 'forgot-password'],
    ['/continue/password', 'new-password'],
    ['/continue/verification-code', 'sign-in'],
    ['/continue/fax', 'not-found'],
    ['/single-sign-on', 'single-sign-on'],
    ['/single-sign-on/connectors', 'single-sign-on'],
    ['/single-sign-on/nowhere', 'not-found'],
    ['/mfa-verification/Totp', 'unavailable'],
    ['/social/link/c', 'sign-in'],
    ['/social/nowhere/c', 'not-found'],
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

  it('show no password screen for identifiers without passwords', () => {
    const codesOnly = { signIn: { methods: [{ identifier: 'email', verificationCode: true }] } };
    expect(at('/sign-in/password', { identifier }, codesOnly).name).to.equal('sign-in');
  });

  for (const [what, changes, url, name] of [
    ['only registers', { signInMode: 'Register' }, '/sign-in', 'register'],
    ['only registers', { signInMode: 'Register' }, '/identifier-sign-in', 'register'],
    ['only signs in', { signInMode: 'SignIn' }, '/register', 'sign-in'],
    ['only signs in', { signInMode: 'SignIn' }, '/identifier-register', 'sign-in'],
    ['recovers nothing', {}, '/forgot-password', 'sign-in'],
    ['recovers nothing', {}, '/reset-password', 'sign-in'],
    ['recovers nothing', {}, '/reset-password?one_time_token=t', 'forgot-password'],
    ['has no companies', {}, '/single-sign-on', 'sign-in'],
    ['has no companies', { ssoConnectors: [{ id: 'a' }] }, '/single-sign-on/connectors', 'sign-in'],
  ] as const) {
    it(`of a tenant that ${what} lead from ${url} to ${name}, without data of the other screen`, () => {
      const step = at(url, null, changes);
      expect(step.name).to.equal(name);
      if (name !== 'forgot-password') expect(step).to.deep.equal({ name });
    });
  }

  for (const [url, state, focused] of [
    ['/identifier-sign-in?identifier=email', null, ['email']],
    ['/identifier-sign-in?identifier=fax+username+email', null, ['email', 'username']],
    ['/identifier-sign-in?identifier=fax', null, ['phone', 'email', 'username']],
    ['/identifier-sign-in', null, ['phone', 'email', 'username']],
    ['/identifier-sign-in', { focused: ['username'] }, ['username']],
    ['/identifier-register?identifier=email', null, ['email']],
    ['/reset-password?identifier=phone', null, ['phone']],
  ] as const) {
    it(`limit ${url} to ${focused.join(', ')}`, () => expect(at(url, state)).to.deep.include({ focused }));
  }

  it('limit nothing if no identifier type matches', () => {
    const bare = { signIn: { methods: [] }, signUp: { identifiers: [] } };
    expect(at('/identifier-sign-in', null, bare)).to.deep.equal({ name: 'sign-in' });
    expect(at('/identifier-register?identifier=email', null, bare)).to.deep.equal({ name: 'register' });
  });

  it('keep no single-use value in the history', () => {
    const token = 'secret';
    const email = 'a@b.c';
    for (const step of [
      { name: 'one-time-token', token, email },
      { name: 'reset-token', token, email },
      { name: 'forgot-password', focused: ['email'], token },
      { name: 'social-callback', connectorId: 'c', params: { code: token } },
    ] as const) {
      expect(JSON.stringify(stepToHistory(step)), step.name).not.to.contain(token);
    }
  });

  for (const url of [
    '/',
    '/sign-in',
    '/sign-in/',
    '/register',
    '/register/?app_id=a',
    '/sign-in?one_time_token=t&login_hint=a@b.c',
  ]) {
    for (const signInMode of ['SignIn', 'Register', 'SignInAndRegister']) {
      it(`are the same before and after the commands are loaded: ${url} of a tenant with ${signInMode}`, () => {
        const { pathname: path, search, hash } = new URL(url, 'https://auth.example.com');
        const first = firstStep({ path, search, hash, state: null }, settingsWith({ signInMode }));
        const known = at(url, null, { signInMode });
        expect(first ?? known).to.deep.equal(known);
        expect(first === undefined).to.equal(url.includes('one_time_token'));
        if (first) expect(firstPath(first)).to.equal(stepToPath(first));
      });
    }
  }

  it('show no text from an address', () => {
    expect(at('/one-time-token/error?errorMessage=Call+0900')).to.deep.equal({
      name: 'error',
      code: 'one_time_token.invalid',
      startOver: true,
    });
  });

  it('read parameters of any text, the first of equal names', () => {
    expect(readParams({ search: '?a=1&a=2&b=%&c=%zz&__proto__=x', hash: '#d=4&a=9' })).to.deep.equal(
      Object.fromEntries([['a', '1'], ['b', '%'], ['c', '%zz'], ['__proto__', 'x'], ['d', '4']]),
    ); // prettier-ignore
  });
});

/** Settings without some of the steps. */
const tenants: readonly Record<string, unknown>[] = [
  {},
  { signInMode: 'SignIn' },
  { signInMode: 'Register' },
  { forgotPassword: { email: true, phone: false }, singleSignOnEnabled: true, ssoConnectors: [{ id: 'a' }] },
];

describe('each step', () => {
  for (const [label, step] of Object.entries<Step>(sampleSteps)) {
    const path = stepToPath(step);

    it(`${label} or a previous step is restored from its address`, () => {
      if (path === undefined) return;
      const state: unknown = JSON.parse(JSON.stringify(stepToHistory(step)));
      const restored = at(path, state);
      const { name: _, ...data } = step;
      if (Object.keys(data).every((member) => member in (state as object))) expect(restored).to.deep.equal(step);
      for (const found of [restored, at(path)]) {
        expect(found.name).not.to.equal('not-found');
        // Single-use values are not kept, so a reload does not run the command a second time.
        expect(found.name === step.name || !runsByItself(found), found.name).to.equal(true);
      }
    });

    it(`${label} has a previous step at every tenant, up to a first screen`, () => {
      for (const changes of tenants) {
        let before: Step = step;
        for (let count = 0; count < 5; count += 1) before = resolveStep(previousStep(before), settingsWith(changes));
        expect(before.name).to.be.oneOf(['sign-in', 'register']);
      }
    });
  }

  it('is found by each pattern of its addresses', () => {
    for (const [name, { paths }] of Object.entries(steps)) {
      for (const pattern of Object.keys(paths)) {
        const path = pattern
          .replace('/:purpose', '/sign-in')
          .replace('/:missing', '/email')
          .replace(/[:*]\w*/g, 'x');
        expect(at(path).name, `${pattern} of ${name}`).not.to.equal('not-found');
      }
    }
  });
});

import type { Flow } from '../flow-api.ts';
import type { Problem } from '../problem.ts';
import type { StepName, StepOf } from '../steps/step.ts';
import type { Person } from './experience-server.test-helper.ts';

/** The action of a person on a step. Returns a problem that the step itself shows. */
type Act<Name extends StepName> = (flow: Flow, step: StepOf<Name>) => Promise<Problem | undefined> | Promise<void>;

/** A path through the page to the app. */
export interface Journey {
  readonly person?: Person;
  readonly settings?: Record<string, unknown>;
  /** Where the app or a message sends the person. */
  readonly url?: string;
  /** The step where it ends, when it does not end at the app. */
  readonly ends?: StepName;
  readonly at?: { readonly [Name in StepName]?: Act<Name> };
}

const username = { type: 'username', value: 'alice', valid: true } as const;
const email = { type: 'email', value: 'alice@example.com', valid: true } as const;
const method = (identifier: string, password: boolean, verificationCode: boolean) => ({
  identifier,
  password,
  verificationCode,
  isPasswordPrimary: password,
});

const codesOnly = { signIn: { methods: [method('email', false, true)] }, signUp: { identifiers: ['email'], verify: true } };
const byEmail = {
  signIn: { methods: [method('email', true, true)] },
  signUp: { identifiers: ['email'], password: true, verify: true },
};
const companies = { singleSignOnEnabled: true, ssoConnectors: [{ id: 'acme', connectorName: 'Acme', logo: '' }] };
const picture = Object.assign(new Blob(['face'], { type: 'image/png' }), { name: 'face.png' });

/** Uploaded once, like on the screen. */
const pictures = new WeakMap<Flow, { readonly url: string }>();

const typeCode: Act<'verification-code'> = (flow, { purpose, identifier, verificationId }) =>
  flow.do.submitCode({ purpose, identifier, verificationId, code: '123456' });
const choosePassword: Act<'new-password'> = (flow, { purpose }) =>
  flow.do.submitNewPassword({ purpose, password: 'Correct-horse-7' });
const continueWithDing: Act<'sign-in'> = (flow) => flow.do.startSocial({ connectorId: 'ding' });

/** Every journey by its name in the tests. Together they use every endpoint and every command. */
export const journeys: Readonly<Record<string, Journey>> = {
  'identifier and password on one screen': {
    at: { 'sign-in': (flow) => flow.do.submitPassword({ identifier: username, password: 'secret' }) },
  },
  'identifier first, then password, where there are companies': {
    settings: { ...byEmail, ...companies },
    at: {
      'sign-in': (flow) => flow.do.submitIdentifier({ identifier: email }),
      password: (flow, { identifier }) =>
        flow.do.submitPassword({ identifier: { ...identifier, valid: true }, password: 'secret' }),
    },
  },
  'a code instead of a password': {
    settings: byEmail,
    at: {
      'sign-in': (flow) => flow.do.submitIdentifier({ identifier: email }),
      password: (flow) => flow.do.sendCode({ identifier: email }),
      'verification-code': typeCode,
    },
  },
  'a code, asked for twice': {
    settings: codesOnly,
    at: {
      'sign-in': (flow) => flow.do.submitIdentifier({ identifier: email }),
      'verification-code': (flow, step) =>
        step.verificationId === 'v-code-1'
          ? flow.do.resendCode({ purpose: 'sign-in', identifier: step.identifier })
          : typeCode(flow, step),
    },
  },
  'a code for an account that is not there yet': {
    person: { isNew: true },
    settings: codesOnly,
    at: { 'sign-in': (flow) => flow.do.submitIdentifier({ identifier: email }), 'verification-code': typeCode },
  },
  'registering with a username and a password': {
    person: { isNew: true, lacks: ['password'] },
    settings: { signUp: { identifiers: ['username'], password: true } },
    url: '/register',
    at: {
      register: (flow) => flow.do.submitRegistration({ identifier: username }),
      'new-password': choosePassword,
    },
  },
  'registering with a code, a picture and fields of the tenant': {
    person: { isNew: true, lacks: ['extraProfile'] },
    settings: { ...codesOnly, ...companies },
    url: '/register',
    at: {
      register: (flow) => flow.do.submitRegistration({ identifier: email }),
      'verification-code': typeCode,
      async 'extra-profile'(flow) {
        const stored = pictures.get(flow) ?? (await flow.storeAvatar(picture, new AbortController().signal));
        if ('problem' in stored) return stored.problem;
        pictures.set(flow, stored);
        await flow.do.submitProfile({ values: { avatar: stored.url } });
        return undefined;
      },
    },
  },
  'registering with an address that has an account': {
    person: { isNew: true, isTaken: true },
    settings: codesOnly,
    url: '/register',
    at: { register: (flow) => flow.do.submitRegistration({ identifier: email }), 'verification-code': typeCode },
  },
  'adding an address and a username to an account': {
    person: { lacks: ['emailOrPhone', 'username'] },
    at: {
      'sign-in': (flow) => flow.do.submitPassword({ identifier: username, password: 'secret' }),
      'missing-identifier': (flow, { missing }) =>
        flow.do.submitMissingIdentifier({ missing, identifier: missing === 'username' ? username : email }),
      'verification-code': typeCode,
    },
  },
  'a forgotten password': {
    settings: { ...byEmail, forgotPassword: { email: true, phone: false } },
    url: '/forgot-password',
    ends: 'sign-in',
    at: {
      'forgot-password': (flow) => flow.do.startRecovery({ identifier: email }),
      'verification-code': typeCode,
      'new-password': choosePassword,
    },
  },
  'a link to set a new password': {
    settings: { ...byEmail, forgotPassword: { email: true, phone: false } },
    url: '/reset-password?one_time_token=t&login_hint=alice@example.com',
    ends: 'sign-in',
    at: { 'new-password': choosePassword },
  },
  'a magic link': { url: '/one-time-token?one_time_token=t&login_hint=alice@example.com' },
  'a magic link for a new account': {
    person: { isNew: true },
    url: '/one-time-token?one_time_token=t&login_hint=alice@example.com',
  },
  'a magic link while somebody else is signed in': {
    url: '/switch-account?one_time_token=t&login_hint=alice@example.com',
    at: {
      'switch-account': (flow, { token, email: address }) =>
        flow.do.goTo({ step: { name: 'one-time-token', token, email: address }, replace: true }),
    },
  },
  'a provider': { at: { 'sign-in': continueWithDing } },
  'a provider that the app asks for': { url: '/direct/social/dingtalk?fallback=sign-in' },
  'a provider for a new account': {
    person: { isNew: true, lacks: ['username'] },
    settings: { signUp: { identifiers: ['username'] } },
    at: {
      'sign-in': continueWithDing,
      'missing-identifier': (flow, { missing }) => flow.do.submitMissingIdentifier({ missing, identifier: username }),
    },
  },
  'a provider whose address has an account, linked by itself': {
    person: { isNew: true, related: { type: 'email', value: 'alice@example.com' } },
    settings: { socialSignIn: { automaticAccountLinking: true } },
    at: { 'sign-in': continueWithDing },
  },
  'a provider whose address has an account, linked by the person': {
    person: { isNew: true, related: { type: 'email', value: 'alice@example.com' } },
    at: { 'sign-in': continueWithDing, 'social-link': (flow) => flow.do.linkRelatedAccount({}) },
  },
  'a provider, and an address that has an account': {
    person: { isNew: true, isTaken: true, lacks: ['emailOrPhone'] },
    settings: codesOnly,
    at: {
      'sign-in': continueWithDing,
      'missing-identifier': (flow, { missing }) => flow.do.submitMissingIdentifier({ missing, identifier: email }),
      'verification-code': typeCode,
    },
  },
  'a company by its address': {
    person: { companies: ['acme'] },
    settings: { ...byEmail, ...companies },
    url: '/single-sign-on/email',
    at: { 'single-sign-on': (flow) => flow.do.submitSsoEmail({ identifier: email }) },
  },
  'one of several companies, for a new account': {
    person: { isNew: true, companies: ['acme', 'beta'] },
    settings: {
      ...byEmail,
      ...companies,
      ssoConnectors: [...companies.ssoConnectors, { id: 'beta', connectorName: 'Beta', logo: '' }],
    },
    at: {
      'sign-in': (flow) => flow.do.submitIdentifier({ identifier: email }),
      'sso-connectors': (flow) => flow.do.startSso({ connectorId: 'acme' }),
    },
  },
  'a company that the app asks for': { settings: companies, url: '/direct/sso/acme' },
};

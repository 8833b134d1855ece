import type { Step, StepName } from '../../flow/index.ts';
import type { FakeFlowOptions } from './fake-flow.ts';

/** A step, and a tenant with whom its screen shows all that it has. */
export interface Sample {
  readonly step: Step;
  readonly settings?: FakeFlowOptions['settings'];
}

const identifier = { type: 'username', value: 'alice' } as const;
const code = { purpose: 'sign-in', verificationId: 'v', sentAt: 0 } as const;
const link = { token: 't', email: 'alice@example.com' } as const;
const password = (name: string) => ({ identifier: name, password: true });
const passwords = { signIn: { methods: ['username', 'email', 'phone'].map(password) } };
const field = (name: string) => ({ name, type: 'Text', config: {}, required: false });

/** One of every step; the compiler says when one is missing. */
export const sampleSteps: Readonly<Record<StepName, Sample>> = {
  'sign-in': { step: { name: 'sign-in' }, settings: passwords },
  register: { step: { name: 'register' }, settings: { signUp: { identifiers: ['username'], password: true, verify: false } } },
  password: { step: { name: 'password', identifier } },
  'verification-code': { step: { name: 'verification-code', ...code, identifier: { type: 'email', value: link.email } } },
  'forgot-password': { step: { name: 'forgot-password' }, settings: { forgotPassword: { email: true, phone: true } } },
  'new-password': {
    step: { name: 'new-password', purpose: 'reset', identifier },
    settings: { forgotPassword: { email: false, phone: false } },
  },
  'missing-identifier': { step: { name: 'missing-identifier', missing: 'email' } },
  'extra-profile': { step: { name: 'extra-profile' }, settings: { customProfileFields: ['nickname', 'submit'].map(field) } },
  'social-link': {
    step: { name: 'social-link', connectorId: 'ding', relatedUser: { type: 'email', value: 'a***@example.com' } },
  },
  'single-sign-on': { step: { name: 'single-sign-on' } },
  'sso-connectors': {
    step: { name: 'sso-connectors', connectorIds: ['acme'] },
    settings: { singleSignOnEnabled: true, ssoConnectors: [{ id: 'acme', connectorName: 'Acme', logo: '' }] },
  },
  'social-callback': { step: { name: 'social-callback', connectorId: 'ding', params: {} } },
  'native-callback': { step: { name: 'native-callback', connectorId: 'ding', params: {} } },
  'social-landing': { step: { name: 'social-landing', connectorId: 'ding', redirectTo: '', nativeCallback: '' } },
  direct: { step: { name: 'direct', method: 'social', target: 'dingtalk', fallback: 'sign-in' } },
  'one-time-token': { step: { name: 'one-time-token', ...link } },
  'reset-token': { step: { name: 'reset-token', ...link } },
  'account-check': { step: { name: 'account-check', ...link } },
  'switch-account': { step: { name: 'switch-account', ...link, current: { address: 'bob@example.com' } } },
  'unknown-session': { step: { name: 'unknown-session' } },
  'account-suspended': { step: { name: 'account-suspended', code: 'user.suspended' } },
  unavailable: { step: { name: 'unavailable', code: 'path.unknown' } },
  error: { step: { name: 'error', code: 'unknown' } },
  'not-found': { step: { name: 'not-found' } },
};

import type { Outcome, Situation } from '../outcome.ts';
import type { Action } from '../action.ts';
import type { Step, StepName, StepOf } from '../steps/step.ts';
import { settingsWith } from './harness.ts';

const identifier = { type: 'phone', value: '86138' } as const;
const link = { token: 't', email: 'a@b.c' } as const;
const code = { name: 'verification-code', identifier, verificationId: 'v', sentAt: 0 } as const;
/** Every step by its name in the tests. */
export const sampleSteps = {
  'sign-in': { name: 'sign-in' },
  register: { name: 'register' },
  password: { name: 'password', identifier },
  'code to sign in': { ...code, purpose: 'sign-in' },
  'code to register': { ...code, purpose: 'register' },
  'code to recover': { ...code, purpose: 'forgot-password' },
  'code to continue': { ...code, purpose: 'continue', missing: 'emailOrPhone' },
  'forgot-password': { name: 'forgot-password' },
  'new-password': { name: 'new-password', purpose: 'reset' },
  'missing-identifier': { name: 'missing-identifier', missing: 'username' },
  'extra-profile': { name: 'extra-profile' },
  'social-link': { name: 'social-link', connectorId: 'c', relatedUser: { type: 'phone', value: '****1234' } },
  'single-sign-on': { name: 'single-sign-on' },
  'sso-connectors': { name: 'sso-connectors', connectorIds: ['a'] },
  'social-callback': { name: 'social-callback', connectorId: 'c', params: {} },
  'native-callback': { name: 'native-callback', connectorId: 'c', params: {} },
  'social-landing': { name: 'social-landing', connectorId: 'c', redirectTo: 'https://a.b', nativeCallback: 'com.a.b://' },
  direct: { name: 'direct', method: 'social', target: 't', fallback: 'sign-in' },
  'one-time-token': { name: 'one-time-token', ...link },
  'reset-token': { name: 'reset-token', ...link },
  'account-check': { name: 'account-check', ...link },
  'switch-account': { name: 'switch-account', ...link, current: { address: 'd@e.f' } },
  'unknown-session': { name: 'unknown-session' },
  'account-suspended': { name: 'account-suspended', code: 'user.suspended' },
  unavailable: { name: 'unavailable', code: 'path.device' },
  error: { name: 'error', code: 'network' },
  'not-found': { name: 'not-found' },
} as const satisfies Readonly<Record<string, Step> & { readonly [Name in Exclude<StepName, 'verification-code'>]: StepOf<Name> }>;

const goesTo = ({ command, input }: Action): string =>
  command === 'goTo' ? `go to ${(input as { readonly step: Step }).step.name}` : command;

/** Text form of an outcome for the tests. */
export function inWords(outcome: Outcome): string {
  if (outcome.kind === 'notice') return 'notice';
  if (outcome.kind === 'field') return `mend ${outcome.field}`;
  if (outcome.kind === 'do') return `do ${goesTo(outcome.action)}`;
  if (outcome.kind === 'confirm') {
    const { code, accept, decline } = outcome;
    return `ask ${code}: ${goesTo(accept)}, or ${decline ? goesTo(decline) : 'stay'}`;
  }
  const { step, say, keep } = outcome;
  const more = [
    say && (say === true ? 'saying so' : `saying ${say}`),
    keep && 'and back from there',
    step.name === 'error' && step.retry && 'to try again',
    step.name === 'error' && step.startOver && 'to begin anew',
  ];
  return [`go to ${step.name}`, ...more.filter(Boolean)].join(', ');
}

/** The outcome of most failures that end an interaction. */
export const again = 'go to sign-in, saying so';

/** A situation at a tenant with default settings. */
export const nothingSpecial = {
  settings: settingsWith(),
  interaction: { event: 'SignIn' },
  data: undefined,
  identifier: undefined,
  action: { command: 'submitPassword', input: {} },
  isTransient: false,
  retry: { command: 'submitPassword', input: {} },
} as const satisfies Partial<Situation>;

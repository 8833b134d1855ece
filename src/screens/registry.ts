import type { SignInOptions, StepName } from '../flow/index.ts';
import { lazy } from '../shared/lazy.ts';
import './sign-in-screen.ts';

/** How a step is shown. */
export interface ScreenEntry {
  readonly tag: string;
  /** Loads what the screen needs; undefined when it is loaded already, so that the step shows in the same task. */
  readonly load?: (options: SignInOptions) => Promise<unknown> | undefined;
}

function late(tag: string, load: () => Promise<unknown>): ScreenEntry {
  const loadOnce = lazy(load);
  return { tag, load: () => (customElements.get(tag) ? undefined : loadOnce()) };
}

const progress = late('sie-progress-screen', () => import('./progress-screen.ts'));
const message = late('sie-message-screen', () => import('./message-screen.ts'));
const termsCheckbox = late('sie-terms-checkbox', () => import('../elements/terms-checkbox/define.ts'));

/** The screen of each step. A screen is downloaded when its step comes. */
export const screens: Readonly<Record<StepName, ScreenEntry>> = {
  'sign-in': {
    tag: 'sie-sign-in-screen',
    // Few tenants have a checkbox for the terms.
    load: (options) => (options.terms === 'checkbox' ? termsCheckbox.load?.(options) : undefined),
  },
  password: late('sie-password-screen', () => import('./password-screen.ts')),
  'verification-code': late('sie-verification-code-screen', () => import('./verification-code-screen.ts')),
  register: late('sie-register-screen', () => import('./register-screen.ts')),
  'forgot-password': late('sie-forgot-password-screen', () => import('./forgot-password-screen.ts')),
  'new-password': late('sie-new-password-screen', () => import('./new-password-screen.ts')),
  'missing-identifier': late('sie-missing-identifier-screen', () => import('./missing-identifier-screen.ts')),
  'extra-profile': late('sie-profile-screen', () => import('./profile-screen.ts')),
  'social-link': late('sie-social-link-screen', () => import('./social-link-screen.ts')),
  'single-sign-on': late('sie-single-sign-on-screen', () => import('./single-sign-on-screen.ts')),
  'sso-connectors': late('sie-sso-connectors-screen', () => import('./sso-connectors-screen.ts')),
  'switch-account': late('sie-switch-account-screen', () => import('./switch-account-screen.ts')),
  'one-time-token': progress,
  'reset-token': progress,
  'account-check': progress,
  'social-callback': progress,
  'native-callback': progress,
  'social-landing': progress,
  direct: progress,
  'unknown-session': message,
  'account-suspended': message,
  unavailable: message,
  error: message,
  'not-found': message,
};

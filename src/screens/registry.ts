import type { Offer, StepName } from '../flow/index.ts';
import './sign-in-screen.ts';

/** How a step is shown. */
export interface ScreenEntry {
  readonly tag: string;
  /** Brings what is not here yet; undefined when everything is, so that a change shows in the same task. */
  readonly load?: (offer: Offer) => Promise<unknown> | undefined;
}

function late(tag: string, bring: () => Promise<unknown>): ScreenEntry {
  return { tag, load: () => (customElements.get(tag) ? undefined : bring()) };
}

const working = late('sie-working-screen', () => import('./working-screen.ts'));
const message = late('sie-message-screen', () => import('./message-screen.ts'));
const termsCheckbox = late('sie-terms-checkbox', () => import('../elements/terms-checkbox/define.ts'));

/** Every step and its screen. A new screen is one line here; nobody downloads the others. */
export const screens: Readonly<Record<StepName, ScreenEntry>> = {
  'sign-in': {
    tag: 'sie-sign-in-screen',
    // Few tenants ask for a tick.
    load: (offer) => (offer.terms === 'checkbox' ? termsCheckbox.load?.(offer) : undefined),
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
  'one-time-token': working,
  'reset-token': working,
  'account-check': working,
  'social-callback': working,
  'native-callback': working,
  'social-landing': working,
  direct: working,
  'unknown-session': message,
  'account-suspended': message,
  unavailable: message,
  error: message,
  'not-found': message,
};

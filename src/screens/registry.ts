import type { SignInOptions, StepName } from '../flow/index.ts';
import { lazy } from '../shared/lazy.ts';
import './sign-in-screen.ts';

/** How a step is shown. */
export interface ScreenEntry {
  readonly tag: string;
  /** Loads what the screen needs; undefined when it is loaded already, so that the step shows in the same task. */
  readonly load?: (options: SignInOptions) => Promise<unknown> | undefined;
}

/** Fetches the screens of the usual journeys. */
export const loadLaterScreens = lazy(() => import('./later-screens.ts'));
const loadProfileScreen = lazy(() => import('./profile-screen.ts'));
const loadTermsCheckbox = lazy(() => import('../elements/terms-checkbox/terms-checkbox.ts'));

const screen = (tag: string, load: () => Promise<unknown> = loadLaterScreens): ScreenEntry => ({
  tag,
  load: () => (customElements.get(tag) ? undefined : load()),
});

const progress = screen('sie-progress-screen');
const message = screen('sie-message-screen');
const termsCheckbox = screen('sie-terms-checkbox', loadTermsCheckbox);

/** The screen of each step. */
export const screens: Readonly<Record<StepName, ScreenEntry>> = {
  'sign-in': {
    tag: 'sie-sign-in-screen',
    // Few tenants have a checkbox for the terms.
    load: (options) => (options.terms === 'checkbox' ? termsCheckbox.load?.(options) : undefined),
  },
  password: screen('sie-password-screen'),
  'verification-code': screen('sie-verification-code-screen'),
  register: screen('sie-register-screen'),
  'forgot-password': screen('sie-forgot-password-screen'),
  'new-password': screen('sie-new-password-screen'),
  'missing-identifier': screen('sie-missing-identifier-screen'),
  'extra-profile': screen('sie-profile-screen', loadProfileScreen),
  'social-link': screen('sie-social-link-screen'),
  'single-sign-on': screen('sie-single-sign-on-screen'),
  'sso-connectors': screen('sie-sso-connectors-screen'),
  'switch-account': screen('sie-switch-account-screen'),
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

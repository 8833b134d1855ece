import type { Offer, StepName } from '../flow/index.ts';
import './sign-in-screen.define.ts';
import './working-screen.define.ts';

/** How a step is shown. */
export interface ScreenEntry {
  readonly tag: string;
  /** Brings the element; absent for what the first page load has already. */
  readonly load?: (offer: Offer) => Promise<unknown> | undefined;
}

const working: ScreenEntry = { tag: 'sie-working-screen' };
const message: ScreenEntry = { tag: 'sie-message-screen', load: () => import('./message-screen.define.ts') };

/** Every step and its screen. A new screen is one line here; nobody downloads the others. */
export const screens: Readonly<Record<StepName, ScreenEntry>> = {
  'sign-in': {
    tag: 'sie-sign-in-screen',
    // Few tenants ask for a tick.
    load: ({ terms }) => (terms === 'checkbox' ? import('../elements/terms-checkbox/define.ts') : undefined),
  },
  password: { tag: 'sie-password-screen', load: () => import('./password-screen.define.ts') },
  'verification-code': { tag: 'sie-verification-code-screen', load: () => import('./verification-code-screen.define.ts') },
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

import { recoveryTypes } from '../policy/tenant.ts';
import { always, defineSteps, focusOf, type Identifier, isFocused, keptIdentifier, never } from './step.ts';

declare module './step.ts' {
  interface Steps {
    /** `token`: of a password reset link without an address. Never written to the history. */
    'forgot-password': Focused & { readonly identifier?: Identifier; readonly token?: string };
    /** A password reset link was followed. Runs automatically. */
    'reset-token': { readonly token: string; readonly email: string };
  }
}

export const recoverySteps = defineSteps({
  'forgot-password': {
    paths: { '/reset-password': isFocused, '/forgot-password': true },
    restore(address) {
      const { pattern, params, settings } = address;
      if (pattern === '/forgot-password') return { name: 'forgot-password', ...keptIdentifier(address) };
      const { one_time_token: token, login_hint: email } = params;
      if (token) return email ? { name: 'reset-token', token, email } : { name: 'forgot-password', focused: ['email'], token };
      return { name: 'forgot-password', ...focusOf(recoveryTypes(settings), address), ...keptIdentifier(address) };
    },
    keep: { focused: true, identifier: true, token: false },
    previous: 'sign-in',
    inputs: ['identifier'],
    singleUse: false,
    // A sent link stays usable when the tenant's settings change.
    available: (settings, { token }) => token !== undefined || recoveryTypes(settings).length > 0,
    run: undefined,
  },
  'reset-token': {
    // Restored by `forgot-password`, which has the same address.
    paths: { '/reset-password': true },
    restore: never,
    keep: { token: false, email: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: true,
    available: always,
    run: 'followResetLink',
  },
});

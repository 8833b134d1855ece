import type { Wait } from '../problem.ts';
import { always, defineSteps, never } from './step.ts';
import type { Action } from '../action.ts';

declare module './step.ts' {
  interface Steps {
    'unknown-session': object;
    /** `code`: the reason. */
    'account-suspended': { readonly code: string };
    /** A feature that this page does not support; `code` names it. */
    unavailable: { readonly code: string };
    /** A failure without a screen to return to. `startOver`: the app must start over, because signing in here would fail the same way. */
    error: {
      readonly code: string;
      readonly message?: string;
      readonly requestId?: string;
      readonly reference?: string;
      readonly retry?: Action;
      readonly wait?: Wait;
      readonly startOver?: true;
    };
    'not-found': object;
  }
}

/** Defaults of message screens: a text and buttons, no inputs. */
const message = { previous: 'sign-in', inputs: [], singleUse: false, available: always, run: undefined } as const;

export const messageSteps = defineSteps({
  'unknown-session': {
    ...message,
    paths: { '/unknown-session': true },
    restore: () => ({ name: 'unknown-session' }),
    keep: {},
  },
  'account-suspended': {
    ...message,
    // The server answers a hard load of this address itself (docs/decisions/0006-address-of-suspended-accounts.md).
    paths: { '/account-suspended': false },
    restore: () => ({ name: 'account-suspended', code: 'user.suspended' }),
    keep: { code: false },
  },
  unavailable: {
    ...message,
    // Pages of the server that are not implemented yet.
    paths: {
      '/mfa-onboarding/*': false,
      '/mfa-binding/*': false,
      '/mfa-verification/*': false,
      '/create-passkey/*': false,
      '/consent/*': false,
      '/device/*': false,
    },
    restore: ({ pattern }) => ({ name: 'unavailable', code: `path.${pattern.split('/')[1] ?? ''}` }),
    keep: { code: false },
  },
  error: {
    ...message,
    paths: {},
    restore: never,
    keep: { code: false, message: false, requestId: false, reference: false, retry: false, wait: false, startOver: false },
  },
  'not-found': { ...message, paths: {}, restore: never, keep: {} },
});

import type { Wait } from '../problem.ts';
import { always, defineSteps, never } from './step.ts';
import type { Action } from '../action.ts';

declare module './step.ts' {
  interface Steps {
    'unknown-session': object;
    /** `code`: why. */
    'account-suspended': { readonly code: string };
    /** Something that this page cannot do; `code` names it. */
    unavailable: { readonly code: string };
    /** A failure with no screen to go back to. `startOver`: the app must begin anew, signing in here would fail the same way. */
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

/** What all of them have in common: something to read, and a way on. */
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
    // Pages of the server's own that come later.
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

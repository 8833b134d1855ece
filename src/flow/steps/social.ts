import { object, parseOr } from '../../shared/schema.ts';
import { type CodeIdentifier, codeIdentifierSchema } from '../../client/schemas/identifier.ts';
import { always, defineSteps } from './step.ts';

declare module './step.ts' {
  interface Steps {
    /** A new social identity, and an account that probably belongs to the same person. `relatedUser`: masked. */
    'social-link': { readonly connectorId: string; readonly relatedUser: CodeIdentifier };
    /** Back from a social provider or an enterprise SSO connector. Runs automatically. */
    'social-callback': { readonly connectorId: string; readonly params: Params };
    /** Hands the provider's response from the system browser to the app that waits in its web view. Runs automatically. */
    'native-callback': { readonly connectorId: string; readonly params: Params };
    /** Opened in the system browser by an app's web view, on the way to a provider. Runs automatically. */
    'social-landing': { readonly connectorId: string; readonly redirectTo: string; readonly nativeCallback: string };
    /** Direct sign-in with one connector. `identifier`: the types for the fallback screen. Runs automatically. */
    direct: { readonly method: string; readonly target: string; readonly fallback: string; readonly identifier?: string };
  }
}

const withRelatedUser = object({ relatedUser: codeIdentifierSchema });

export const socialSteps = defineSteps({
  'social-link': {
    paths: { '/social/link/:connectorId': true },
    restore({ members: { connectorId = '' }, history }) {
      const kept = parseOr(withRelatedUser, history);
      return kept ? { name: 'social-link', connectorId, ...kept } : { name: 'sign-in' };
    },
    keep: { connectorId: false, relatedUser: true },
    previous: 'sign-in',
    inputs: [],
    singleUse: false,
    available: always,
    run: undefined,
  },
  'social-callback': {
    paths: { '/callback/social/:connectorId': true },
    restore: ({ members: { connectorId = '' }, params }) => ({ name: 'social-callback', connectorId, params }),
    keep: { connectorId: false, params: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: true,
    available: always,
    run: 'submitSocialCallback',
  },
  'native-callback': {
    // Keeps the provider's address, so that a reload finds the response again.
    paths: { '/callback/:connectorId': false },
    restore: ({ members: { connectorId = '' }, params }) => ({ name: 'native-callback', connectorId, params }),
    keep: { connectorId: false, params: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: true,
    available: always,
    run: 'returnToApp',
  },
  'social-landing': {
    paths: { '/social/landing/:connectorId': false },
    restore({ members: { connectorId = '' }, params }) {
      const { redirect_to: redirectTo, native_callback: nativeCallback } = params;
      if (!redirectTo || !nativeCallback) return { name: 'error', code: 'callback.incomplete' };
      return { name: 'social-landing', connectorId, redirectTo, nativeCallback };
    },
    keep: { connectorId: false, redirectTo: false, nativeCallback: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: true,
    available: always,
    run: 'openLanding',
  },
  direct: {
    paths: { '/direct/:method/:target': false, '/direct/:method': false },
    restore: ({ members: { method = '', target = '' }, params: { fallback = 'sign-in', identifier } }) => ({
      name: 'direct',
      method,
      target,
      fallback,
      ...(identifier && { identifier }),
    }),
    keep: { method: false, target: false, fallback: false, identifier: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: true,
    available: always,
    run: 'startDirect',
  },
});

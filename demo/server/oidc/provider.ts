import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { logtoGoogleOneTapCookieKey } from '@logto/connector-kit';
import Provider, { type AccountClaims, type Configuration } from 'oidc-provider';
import { createClients } from './clients.ts';
import { readJsonCookie } from './cookies.ts';
import { extraParams, interactionAddress } from './interaction-address.ts';
import { createMemoryAdapterFactory } from './memory-adapter.ts';
import { errorPage, logoutPage, signedOutPage } from './provider-pages.ts';

/** Which interaction belongs to which app, so that two apps in two tabs do not take each other's. */
export const interactionsByAppCookie = '_interaction_by_app';

/** Tells the server what to inline into the page. */
export const pageContextCookie = '_logto';

const claimNames = {
  profile: ['name', 'picture', 'username', 'created_at', 'updated_at'],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
};

/** Seconds. */
const hour = 60 * 60;
const day = 24 * hour;

export interface ProviderOptions {
  /** Where the demo lives, e.g. `http://localhost:4310`. The issuer is `<origin>/oidc`. */
  readonly origin: string;
  /** Claims of an account; undefined: there is no such account. */
  findClaims(accountId: string): AccountClaims | undefined;
}

/** The certified OIDC server of the demo. `reset` ends all sessions and interactions. */
export const createProvider = ({ origin, findClaims }: ProviderOptions) => {
  const adapter = createMemoryAdapterFactory();
  const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ format: 'jwk' });

  const configuration: Configuration = {
    adapter: adapter.create,
    clients: createClients(origin),
    clientBasedCORS: (_context, requestOrigin) => requestOrigin === origin,
    jwks: { keys: [{ ...signingKey, use: 'sig', alg: 'ES384' }] },
    enabledJWA: { idTokenSigningAlgValues: ['ES384'] },
    scopes: ['openid', 'offline_access', 'profile', 'email', 'phone'],
    claims: { openid: ['sub'], ...claimNames },
    // As Logto: an ID token carries the claims of all granted scopes.
    conformIdTokenClaims: false,
    extraParams: [...extraParams],
    pkce: { required: () => true },
    findAccount: async (_context, accountId) => {
      const claims = findClaims(accountId);
      return claims && { accountId, claims: () => claims };
    },
    interactions: {
      url: (context, { uid, params, prompt }) => {
        const {
          client_id: appId,
          organization_id: organizationId,
          ui_locales: uiLocales,
          google_one_tap_credential: oneTap,
        } = params;
        const cookie = (
          name: string,
          value: object | string,
          options: { readonly httpOnly: boolean; readonly maxAge?: number },
        ) =>
          context.cookies.set(name, typeof value === 'string' ? value : encodeURIComponent(JSON.stringify(value)), {
            ...options,
            sameSite: 'lax',
            overwrite: true,
            signed: false,
          });
        const known = readJsonCookie(context.get('cookie'), interactionsByAppCookie);
        cookie(interactionsByAppCookie, { ...known, [String(appId)]: uid }, { httpOnly: true, maxAge: hour * 1000 });
        cookie(pageContextCookie, { appId, organizationId, uiLocales }, { httpOnly: false });
        if (typeof oneTap === 'string') cookie(logtoGoogleOneTapCookieKey, oneTap, { httpOnly: false, maxAge: 10_000 });
        return interactionAddress({ prompt: prompt.name, params });
      },
    },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      // Every page and the API need the interaction, not one path only.
      short: { path: '/', httpOnly: true, sameSite: 'lax' },
      long: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: logoutPage, postLogoutSuccessSource: signedOutPage },
    },
    renderError: errorPage,
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: 14 * day,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: 14 * day,
      Session: 14 * day,
    },
  };

  return { provider: new Provider(`${origin}/oidc`, configuration), reset: () => adapter.clear() };
};

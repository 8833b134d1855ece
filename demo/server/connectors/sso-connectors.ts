import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { randomId } from '../experience/random-id.ts';
import type { SsoConnectorEntry } from '../experience/tenant.ts';
import type { SsoConnector } from '../ports.ts';
import { toStandInAddress } from './stand-in-address.ts';

const entryConfig = z.object({
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  trustUnverifiedEmail: z.boolean().default(false),
});
const discovery = z.object({
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  userinfo_endpoint: z.string(),
  jwks_uri: z.string(),
});
const sessionGuard = z.object({ nonce: z.string(), redirectUri: z.string() });
const tokens = z.object({ access_token: z.string(), id_token: z.string() });
const claims = z.object({
  sub: z.string(),
  name: z.string().optional(),
  picture: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

const refuse = (message: string, response?: unknown): never => {
  throw new ConnectorError(ConnectorErrorCodes.AuthorizationFailed, {
    ssoErrorCode: 'authorization_failed',
    message,
    ...(response === undefined ? {} : { response }),
  });
};

/** An OpenID Connect provider of a company, spoken to as the real server does; its host is answered by the stand-in. */
export const createSsoConnector = (entry: SsoConnectorEntry, standInOrigin: string): SsoConnector => {
  const { issuer, clientId, clientSecret, trustUnverifiedEmail } = entryConfig.parse(entry.config);

  const fetchJson = async (address: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(toStandInAddress(address, standInOrigin), init);
    return response.ok ? response.json() : refuse('The provider refused.', await response.text());
  };

  const discover = async (): Promise<z.infer<typeof discovery>> => {
    try {
      return discovery.parse(await fetchJson(`${issuer}/.well-known/openid-configuration`));
    } catch {
      throw new ConnectorError(ConnectorErrorCodes.InvalidConfig, {
        ssoErrorCode: 'invalid_config',
        config: { issuer },
        message: 'fail_to_fetch_config',
      });
    }
  };

  return {
    issuer,
    async getAuthorizationUri({ state, redirectUri }, saveSession) {
      const { authorization_endpoint: endpoint } = await discover();
      const nonce = randomId();
      saveSession({ nonce, redirectUri, state, connectorId: entry.id });
      const query = { state, nonce, client_id: clientId, response_type: 'code', redirect_uri: redirectUri };
      const parameters = new URLSearchParams({ ...query, scope: 'openid profile email' });
      return toStandInAddress(`${endpoint}?${parameters.toString()}`, standInOrigin);
    },
    async getUserInfo(data, session) {
      const { nonce, redirectUri } = sessionGuard.parse(session);
      const { token_endpoint: tokenEndpoint, userinfo_endpoint: userinfoEndpoint, jwks_uri: keysAddress } = await discover();
      const { code } = z.object({ code: z.string().optional() }).parse(data);
      if (code === undefined) {
        throw new ConnectorError(ConnectorErrorCodes.InvalidRequestParameters, {
          ssoErrorCode: 'invalid_request_parameters',
          url: tokenEndpoint,
          params: data,
        });
      }

      const { access_token: accessToken, id_token: idToken } = tokens.parse(
        await fetchJson(tokenEndpoint, {
          method: 'POST',
          headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
          body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
        }),
      );
      const keys = createLocalJWKSet((await fetchJson(keysAddress)) as JSONWebKeySet);
      const { payload } = await jwtVerify(idToken, keys, { issuer, audience: clientId });
      if (payload['nonce'] !== nonce) refuse('The nonce is another one.');

      const answer = await fetchJson(userinfoEndpoint, { headers: { Authorization: `Bearer ${accessToken}` } });
      const { sub, name, picture, email, email_verified: isVerified = trustUnverifiedEmail } = claims.parse(answer);
      return { id: sub, name, avatar: picture, ...(isVerified ? { email } : {}) };
    },
  };
};

import { ConnectorError, ConnectorErrorCodes, isGoogleOneTap } from '@logto/connector-kit';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { letterLogo } from '../experience/memory-connectors.ts';
import type { SocialConnector } from '../ports.ts';
import type { UpstreamAccounts } from '../upstreams/accounts.ts';
import { toStandInAddress } from './stand-in-address.ts';

const oneTapData = z.object({ credential: z.string() });
const callbackData = z.object({ code: z.string() });
const sessionGuard = z.object({ redirectUri: z.string() });
const tokenAnswer = z.object({ id_token: z.string() });
const claims = z.object({ sub: z.string(), name: z.string().optional(), email: z.string().optional() });

/** Google, by redirect and by One Tap. No package of it is part of the demo, so this one speaks to the stand-in itself. */
export const createGoogleConnector = (account: UpstreamAccounts['google'], standInOrigin: string): SocialConnector => {
  const { clientId, clientSecret, verificationKey } = account;

  const redeem = async (code: string, redirectUri: string): Promise<string> => {
    const response = await fetch(toStandInAddress('https://oauth2.googleapis.com/token', standInOrigin), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uri: redirectUri,
        code,
      }),
    });
    if (!response.ok) throw new ConnectorError(ConnectorErrorCodes.SocialAuthCodeInvalid);
    return tokenAnswer.parse(await response.json()).id_token;
  };

  const identify = async (idToken: string) => {
    try {
      const { payload } = await jwtVerify(idToken, verificationKey, {
        issuer: 'https://accounts.google.com',
        audience: clientId,
      });
      const { sub, name, email } = claims.parse(payload);
      return { id: sub, name, email, rawData: payload };
    } catch {
      throw new ConnectorError(ConnectorErrorCodes.SocialIdTokenInvalid);
    }
  };

  return {
    id: 'google-web',
    target: 'google',
    platform: 'Universal',
    name: { en: 'Google' },
    logo: letterLogo('Google', '#1a73e8'),
    logoDark: null,
    oneTapClientId: clientId,
    async getAuthorizationUri({ state, redirectUri }, saveSession) {
      saveSession({ redirectUri });
      const query = {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        state,
        scope: 'openid profile email',
      };
      const address = `https://accounts.google.com/o/oauth2/v2/auth?${new URLSearchParams(query).toString()}`;
      return Promise.resolve(toStandInAddress(address, standInOrigin));
    },
    async getUserInfo(data, readSession) {
      if (isGoogleOneTap(data as Record<string, unknown>)) return identify(oneTapData.parse(data).credential);

      const callback = callbackData.safeParse(data);
      if (!callback.success) throw new ConnectorError(ConnectorErrorCodes.General, data);
      return identify(await redeem(callback.data.code, sessionGuard.parse(readSession()).redirectUri));
    },
  };
};

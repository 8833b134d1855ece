import { GoogleConnector, isExternalGoogleOneTap, logtoGoogleOneTapCookieKey } from '@logto/connector-kit';

import { readCookie } from '../oidc/cookies.ts';
import { ApiError } from './api-error.ts';

const { credential, csrfToken } = GoogleConnector.oneTapParams;

/**
 * Whether a One Tap credential really came from this browser: one of the page's own prompt brings the token that Google's script
 * left in a cookie, one of another site's prompt is the one the server left there.
 * @throws ApiError 400 `session.csrf_token_mismatch`, `session.google_one_tap.cookie_mismatch`.
 */
export const guardOneTap = (request: Request, data: Readonly<Record<string, unknown>>): void => {
  const cookie = (name: string): string | undefined => readCookie(request.headers.get('cookie'), name);

  if (isExternalGoogleOneTap(data)) {
    if (data[credential] !== cookie(logtoGoogleOneTapCookieKey)) {
      throw new ApiError('session.google_one_tap.cookie_mismatch');
    }
  } else if (data[csrfToken] !== cookie(csrfToken)) {
    throw new ApiError('session.csrf_token_mismatch');
  }
};

/** Removes the credential of another site's prompt, so that the next sign-in does not find it. */
export const forgottenOneTapCookie = `${logtoGoogleOneTapCookieKey}=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT`;

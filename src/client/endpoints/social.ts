import { json } from '../guard.ts';
import type { Endpoint } from '../request.ts';
import { type Authorization, authorization } from '../schemas/authorization.ts';
import { type Verification, verification } from '../schemas/verification.ts';

export interface GetSocialAuthorizationUri {
  readonly connectorId: string;
  /** Anti-forgery value that the provider sends back. */
  readonly state: string;
  readonly redirectUri: string;
}

export const getSocialAuthorizationUri: Endpoint<GetSocialAuthorizationUri, Authorization> = {
  method: 'POST',
  path: ({ connectorId }) => `${social(connectorId)}/authorization-uri`,
  body: ({ state, redirectUri }) => ({ state, redirectUri }),
  answer: json(authorization),
};

export interface VerifySocial {
  readonly connectorId: string;
  /** What the provider sent to the callback, and the `redirectUri` it was sent to. */
  readonly connectorData: Readonly<Record<string, unknown>>;
  /** Absent where no authorization URI was asked for (Google One Tap). */
  readonly verificationId?: string | undefined;
}

export const verifySocial: Endpoint<VerifySocial, Verification> = {
  method: 'POST',
  path: ({ connectorId }) => `${social(connectorId)}/verify`,
  body: ({ connectorData, verificationId }) => ({ connectorData, verificationId }),
  answer: json(verification),
};

function social(connectorId: string): string {
  return `/api/experience/verification/social/${encodeURIComponent(connectorId)}`;
}

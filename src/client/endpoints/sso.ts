import * as z from 'zod/mini';
import { json } from '../guard.ts';
import type { Endpoint } from '../request.ts';
import { type Authorization, authorization } from '../schemas/authorization.ts';
import { type Verification, verification } from '../schemas/verification.ts';

export interface FindSsoConnectors {
  readonly email: string;
}

const found = z.object({ connectorIds: z.array(z.string()) });

/** Empty when nobody's single sign-on covers the address. */
export type FoundSsoConnectors = Readonly<z.infer<typeof found>>;

/** Finds the enterprise connectors that an e-mail address must sign in with. */
export const findSsoConnectors: Endpoint<FindSsoConnectors, FoundSsoConnectors> = {
  method: 'GET',
  path: '/api/experience/sso-connectors',
  query: ({ email }) => ({ email }),
  answer: json(found),
};

export interface GetSsoAuthorizationUri {
  readonly connectorId: string;
  /** Anti-forgery value that the provider sends back. */
  readonly state: string;
  readonly redirectUri: string;
}

/** Fails with `connector.…` where the tenant's connector is set up wrong, and `single_sign_on.sso_signing_unavailable`. */
export const getSsoAuthorizationUri: Endpoint<GetSsoAuthorizationUri, Authorization> = {
  method: 'POST',
  path: ({ connectorId }) => `${sso(connectorId)}/authorization-uri`,
  body: ({ state, redirectUri }) => ({ state, redirectUri }),
  answer: json(authorization),
};

export interface VerifySso {
  readonly connectorId: string;
  /** What the provider sent to the callback. */
  readonly connectorData: Readonly<Record<string, unknown>>;
  readonly verificationId: string;
}

/** Fails with `session.verification_session_not_found`, `connector.…` and `single_sign_on.…`. */
export const verifySso: Endpoint<VerifySso, Verification> = {
  method: 'POST',
  path: ({ connectorId }) => `${sso(connectorId)}/verify`,
  body: ({ connectorData, verificationId }) => ({ connectorData, verificationId }),
  answer: json(verification),
};

function sso(connectorId: string): string {
  return `/api/experience/verification/sso/${encodeURIComponent(connectorId)}`;
}

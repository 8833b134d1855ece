import * as z from 'zod/mini';
import { json } from '../guard.ts';
import type { Endpoint } from '../request.ts';
import type { CodeIdentifier, Identifier, InteractionEvent } from '../schemas/identifier.ts';

// Each way to prove who somebody is. The answer names a verification record, which `identify` takes.

const verification = z.object({ verificationId: z.string() });

/** The answer of every verification call: the record that the next call refers to. */
export type Verification = Readonly<z.infer<typeof verification>>;

export interface VerifyPassword {
  readonly identifier: Identifier;
  readonly password: string;
}

export const verifyPassword: Endpoint<VerifyPassword, Verification> = {
  method: 'POST',
  path: '/api/experience/verification/password',
  body: (request) => request,
  answer: json(verification),
};

export interface SendCode {
  readonly identifier: CodeIdentifier;
  /** Chooses the template of the message. */
  readonly interactionEvent: InteractionEvent;
}

/** Sends a one-time code by e-mail or text message. The answer is the same for an address that the server does not write to. */
export const sendCode: Endpoint<SendCode, Verification> = {
  method: 'POST',
  path: '/api/experience/verification/verification-code',
  body: (request) => request,
  answer: json(verification),
};

export interface VerifyCode {
  /** The one that the code was sent to. */
  readonly identifier: CodeIdentifier;
  readonly verificationId: string;
  readonly code: string;
}

export const verifyCode: Endpoint<VerifyCode, Verification> = {
  method: 'POST',
  path: '/api/experience/verification/verification-code/verify',
  body: (request) => request,
  answer: json(verification),
};

export interface VerifyOneTimeToken {
  /** Whom the link was sent to. */
  readonly identifier: { readonly type: 'email'; readonly value: string };
  readonly token: string;
}

/**
 * Verifies the token of a magic link, which is used up with it. Fails with `one_time_token.…`: `token_not_found`, `email_mismatch`,
 * `token_expired`, `token_consumed`, `token_revoked`, `interaction_event_mismatch`.
 */
export const verifyOneTimeToken: Endpoint<VerifyOneTimeToken, Verification> = {
  method: 'POST',
  path: '/api/experience/verification/one-time-token/verify',
  body: (request) => request,
  answer: json(verification),
};

const authorization = z.object({ authorizationUri: z.string(), verificationId: z.string() });

/** Where the identity provider asks the person: unchecked, a native connector has a scheme of its own. */
export type Authorization = Readonly<z.infer<typeof authorization>>;

export interface GetSocialAuthorizationUri {
  readonly connectorId: string;
  /** Anti-forgery value that the provider sends back. */
  readonly state: string;
  readonly redirectUri: string;
}

export const getSocialAuthorizationUri: Endpoint<GetSocialAuthorizationUri, Authorization> = {
  method: 'POST',
  path: ({ connectorId }) => `${socialPath(connectorId)}/authorization-uri`,
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
  path: ({ connectorId }) => `${socialPath(connectorId)}/verify`,
  body: ({ connectorData, verificationId }) => ({ connectorData, verificationId }),
  answer: json(verification),
};

function socialPath(connectorId: string): string {
  return `/api/experience/verification/social/${encodeURIComponent(connectorId)}`;
}

export interface FindSsoConnectors {
  readonly email: string;
}

const found = z.object({ connectorIds: z.array(z.string()) });

/** Empty if no SSO connector covers the address. */
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
  path: ({ connectorId }) => `${ssoPath(connectorId)}/authorization-uri`,
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
  path: ({ connectorId }) => `${ssoPath(connectorId)}/verify`,
  body: ({ connectorData, verificationId }) => ({ connectorData, verificationId }),
  answer: json(verification),
};

function ssoPath(connectorId: string): string {
  return `/api/experience/verification/sso/${encodeURIComponent(connectorId)}`;
}

import { shape } from '../guard.ts';
import type { Endpoint } from '../request.ts';
import type { Identifier } from '../schemas/identifier.ts';
import { type Verification, verification } from '../schemas/verification.ts';

export interface VerifyPassword {
  readonly identifier: Identifier;
  readonly password: string;
}

export const verifyPassword: Endpoint<VerifyPassword, Verification> = {
  method: 'POST',
  path: '/api/experience/verification/password',
  body: (request) => request,
  answer: shape(verification),
};

export interface VerifyNewPasswordIdentity {
  readonly identifier: { readonly type: 'username'; readonly value: string };
  readonly password: string;
}

/** Checks a new username and its password in one call; registering is then identifying with this verification. */
export const verifyNewPasswordIdentity: Endpoint<VerifyNewPasswordIdentity, Verification> = {
  method: 'POST',
  path: '/api/experience/verification/new-password-identity',
  body: (request) => request,
  answer: shape(verification),
};

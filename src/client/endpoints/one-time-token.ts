import { json } from '../guard.ts';
import type { Endpoint } from '../request.ts';
import { type Verification, verification } from '../schemas/verification.ts';

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

import { json } from '../guard.ts';
import type { Endpoint } from '../request.ts';
import type { CodeIdentifier, InteractionEvent } from '../schemas/identifier.ts';
import { type Verification, verification } from '../schemas/verification.ts';

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

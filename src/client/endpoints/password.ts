import { json } from '../guard.ts';
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
  answer: json(verification),
};

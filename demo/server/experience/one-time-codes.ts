import { defaultVerificationCodePolicy, type SignInExperience } from '@logto/schemas';

import type { Clock } from '../ports.ts';
import { ApiError } from './api-error.ts';
import { randomCode } from './random-id.ts';
import type { Identifier } from './users.ts';

interface OneTimeCode {
  readonly code: string;
  readonly identifier: Identifier;
  readonly createdAt: number;
  readonly tries: number;
}

/** The codes that were made and not yet used, by verification id. */
export interface OneTimeCodes {
  create(verificationId: string, identifier: Identifier): string;
  /**
   * Uses up the code when it is right.
   * @throws ApiError 400 `verification_code.not_found`, `.phone_mismatch`, `.email_mismatch`, `.expired`,
   * `.exceed_max_try` or `.code_mismatch`, looked for in this order.
   */
  verify(verificationId: string, identifier: Identifier, code: string): void;
}

export const createOneTimeCodes = (clock: Clock, getPolicy: () => SignInExperience['verificationCodePolicy']): OneTimeCodes => {
  const codes = new Map<string, OneTimeCode>();

  return {
    create(verificationId, identifier) {
      const code = randomCode();
      codes.set(verificationId, { code, identifier, createdAt: clock.now(), tries: 0 });

      return code;
    },
    verify(verificationId, identifier, code) {
      const made = codes.get(verificationId);
      const { expirationDuration, maxRetryAttempts } = { ...defaultVerificationCodePolicy, ...getPolicy() };

      if (code === '' || made === undefined) {
        throw new ApiError('verification_code.not_found');
      }

      if (made.identifier.type !== identifier.type || made.identifier.value !== identifier.value) {
        throw new ApiError(identifier.type === 'phone' ? 'verification_code.phone_mismatch' : 'verification_code.email_mismatch');
      }

      if (made.createdAt + expirationDuration * 1000 < clock.now()) {
        throw new ApiError('verification_code.expired');
      }

      if (made.tries >= maxRetryAttempts) {
        throw new ApiError('verification_code.exceed_max_try');
      }

      if (made.code !== code) {
        codes.set(verificationId, { ...made, tries: made.tries + 1 });
        throw new ApiError('verification_code.code_mismatch');
      }

      codes.delete(verificationId);
    },
  };
};

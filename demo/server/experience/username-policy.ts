import { validateUsernameAgainstPolicy } from '@logto/core-kit';

import { ApiError } from './api-error.ts';
import type { Tenant } from './tenant.ts';

/** @throws ApiError `user.username_<what is wrong>` (422); the codes about length name the bound in their message. */
export const guardUsernamePolicy = ({ signInExperience }: Tenant, username: string): void => {
  const { usernamePolicy } = signInExperience;
  const violation = validateUsernameAgainstPolicy(username, usernamePolicy);

  if (violation !== undefined) {
    const { minLength, maxLength } = usernamePolicy;

    throw new ApiError(`user.username_${violation}`, {
      status: 422,
      values: { min: String(minLength), max: String(maxLength) },
    });
  }
};

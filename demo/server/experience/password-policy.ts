import { PasswordPolicyChecker } from '@logto/core-kit';

import { ApiError } from './api-error.ts';
import type { StagedProfile } from './experience-interaction.ts';
import type { Tenant } from './tenant.ts';
import type { User } from './users.ts';

/** Passwords that count as leaked. The real server asks a public service, the demo works without a network. */
const leaked: ReadonlySet<string> = new Set([
  '123456aA',
  '12345678',
  '123456789',
  'Aa123456',
  'P@ssw0rd',
  'Password1!',
  'abcd1234',
  'iloveyou',
  'letmein1',
  'password',
  'password1',
  'password123',
  'qwerty123',
  'sunshine1',
]);

class OfflinePasswordPolicyChecker extends PasswordPolicyChecker {
  override async hasBeenPwned(password: string): Promise<boolean> {
    return Promise.resolve(leaked.has(password));
  }
}

/**
 * @throws ApiError `password.rejected` (422) with every reason in `data`; `user.same_password` (422) when it is the one the
 * account has.
 */
export const guardPasswordPolicy = async (
  { signInExperience }: Tenant,
  password: string,
  owner: { readonly profile: StagedProfile; readonly user: User | undefined },
): Promise<void> => {
  const { profile, user } = owner;
  const checker = new OfflinePasswordPolicyChecker(signInExperience.passwordPolicy);
  const issues = await checker.check(password, {
    name: profile.name ?? user?.name ?? undefined,
    username: profile.username ?? user?.username ?? undefined,
    email: profile.primaryEmail ?? user?.primaryEmail ?? undefined,
    phoneNumber: profile.primaryPhone ?? user?.primaryPhone ?? undefined,
  } as Parameters<typeof checker.check>[1]);

  if (issues.length > 0) {
    throw new ApiError('password.rejected', { status: 422, data: issues });
  }

  if (user?.password === password) {
    throw new ApiError('user.same_password', { status: 422 });
  }
};

import { MissingProfile, SignInIdentifier } from '@logto/schemas';

import { ApiError } from './api-error.ts';
import type { StagedProfile } from './experience-interaction.ts';
import type { Tenant } from './tenant.ts';
import type { User, UserDirectory } from './users.ts';

/** @throws ApiError `user.<what>_already_in_use` (422) when another account has it. */
export const guardAvailability = (users: UserDirectory, profile: StagedProfile): void => {
  const { username, primaryEmail, primaryPhone, socialIdentity } = profile;
  const inUse = (code: 'username' | 'email' | 'phone' | 'identity'): ApiError =>
    new ApiError(`user.${code}_already_in_use`, { status: 422 });

  if (username !== undefined && users.findByIdentifier({ type: 'username', value: username })) {
    throw inUse('username');
  }

  if (primaryEmail !== undefined && users.findByIdentifier({ type: 'email', value: primaryEmail })) {
    throw inUse('email');
  }

  if (primaryPhone !== undefined && users.findByIdentifier({ type: 'phone', value: primaryPhone })) {
    throw inUse('phone');
  }

  if (socialIdentity && users.findByIdentity(socialIdentity.target, socialIdentity.userInfo.id)) {
    throw inUse('identity');
  }
};

/** @throws ApiError `user.<what>_exists_in_profile` (422) when this account already has one. */
export const guardNotInAccount = (user: User, profile: StagedProfile): void => {
  const checks = [
    ['username', profile.username, user.username],
    ['email', profile.primaryEmail, user.primaryEmail],
    ['phone', profile.primaryPhone, user.primaryPhone],
    ['password', profile.password, user.password],
  ] as const;

  for (const [what, staged, current] of checks) {
    if (staged !== undefined && current !== null) {
      throw new ApiError(`user.${what}_exists_in_profile`, { status: 422 });
    }
  }
};

const primaryRequirement = (identifiers: readonly SignInIdentifier[]): MissingProfile | undefined => {
  if (identifiers.includes(SignInIdentifier.Username)) {
    return MissingProfile.username;
  }

  const email = identifiers.includes(SignInIdentifier.Email);
  const phone = identifiers.includes(SignInIdentifier.Phone);

  if (email && phone) {
    return MissingProfile.emailOrPhone;
  }

  return email ? MissingProfile.email : phone ? MissingProfile.phone : undefined;
};

const requirements = ({ signInExperience }: Tenant): Set<MissingProfile> => {
  const { identifiers, secondaryIdentifiers = [], password } = signInExperience.signUp;
  const primary = primaryRequirement(identifiers);

  return new Set([
    ...(primary === undefined ? [] : [primary]),
    ...secondaryIdentifiers.map(({ identifier }) => MissingProfile[identifier]),
    ...(password ? [MissingProfile.password] : []),
  ]);
};

/** In this order the server names what is missing. */
const order = [
  MissingProfile.username,
  MissingProfile.emailOrPhone,
  MissingProfile.email,
  MissingProfile.phone,
  MissingProfile.password,
] as const;

const findMissing = (tenant: Tenant, profile: StagedProfile, user: User | undefined): MissingProfile[] => {
  const has = {
    username: Boolean(user?.username ?? profile.username),
    email: Boolean(user?.primaryEmail ?? profile.primaryEmail),
    phone: Boolean(user?.primaryPhone ?? profile.primaryPhone),
    // A social identity is as good as a password.
    password:
      Boolean(user?.password ?? profile.password ?? profile.socialIdentity) || Object.keys(user?.identities ?? {}).length > 0,
  };
  const required = requirements(tenant);

  return order.filter(
    (item) => required.has(item) && !(item === MissingProfile.emailOrPhone ? has.email || has.phone : has[item]),
  );
};

/**
 * Asks for what sign-up makes compulsory, of accounts old and new. Social sign-in may be let off by the tenant.
 * @throws ApiError `user.missing_profile` (422) with `data.missingProfile`.
 */
export const guardMandatoryProfile = (
  tenant: Tenant,
  options: { readonly profile: StagedProfile; readonly user: User | undefined; readonly isSocial: boolean },
): void => {
  const { profile, user, isSocial } = options;
  const { skipRequiredIdentifiers = false } = tenant.signInExperience.socialSignIn;

  if (skipRequiredIdentifiers && (isSocial || profile.socialIdentity !== undefined)) {
    return;
  }

  const missingProfile = findMissing(tenant, profile, user);

  if (missingProfile.length > 0) {
    throw new ApiError('user.missing_profile', { status: 422, data: { missingProfile } });
  }
};

/** The staged profile in the form an account keeps it. */
export const toUserPatch = (
  { socialIdentity, password, ...rest }: StagedProfile,
  now: number,
  identities: User['identities'] = {},
): Partial<User> => ({
  ...(rest as Partial<User>),
  ...(password === undefined ? {} : { password, passwordUpdatedAt: now }),
  ...(socialIdentity && {
    identities: {
      ...identities,
      [socialIdentity.target]: { userId: socialIdentity.userInfo.id, details: socialIdentity.userInfo },
    },
  }),
});

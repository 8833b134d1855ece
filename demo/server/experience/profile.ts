import { ApiError } from './api-error.ts';
import type { ExperienceData, StagedProfile } from './experience-interaction.ts';
import { findIdentifiedUser } from './identified-user.ts';
import type { Services } from './services.ts';
import { guardUsernamePolicy } from './username-policy.ts';
import type { NewUser, User, UserDirectory } from './users.ts';

/** @throws ApiError `user.<what>_already_in_use` (422) when another account has it. */
export const guardAvailability = (users: UserDirectory, profile: StagedProfile): void => {
  const { username, primaryEmail, primaryPhone, socialIdentity, enterpriseSsoIdentity } = profile;
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

  if (enterpriseSsoIdentity && users.findBySsoIdentity(enterpriseSsoIdentity.issuer, enterpriseSsoIdentity.identityId)) {
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

/**
 * Adds to what the person has given so far. Changes `data`.
 * @throws ApiError `user.<what>_exists_in_profile`, `user.username_…` of the username policy, `user.<what>_already_in_use`
 * (422), looked for in this order.
 */
export const stageProfile = (services: Services, data: ExperienceData, profile: StagedProfile): void => {
  const { users, tenant } = services.state;
  const user = findIdentifiedUser(services, data);

  if (user !== undefined) {
    guardNotInAccount(user, profile);
  }

  if (profile.username !== undefined) {
    guardUsernamePolicy(tenant, profile.username);
  }

  guardAvailability(users, profile);
  data.profile = { ...data.profile, ...profile };
};

/** The staged profile in the form an account keeps it: laid over what the account has. */
export const toUserPatch = (staged: StagedProfile, now: number, user?: User): NewUser => {
  const { submitted: _, socialIdentity, enterpriseSsoIdentity, syncedEnterpriseSsoIdentity, password, ...rest } = staged;
  const { profile, customData, ...columns } = rest;
  const isSynced = ({ issuer, identityId }: User['ssoIdentities'][number]): boolean =>
    issuer === syncedEnterpriseSsoIdentity?.issuer && identityId === syncedEnterpriseSsoIdentity.identityId;
  const ssoIdentities = (user?.ssoIdentities ?? []).map((identity) =>
    syncedEnterpriseSsoIdentity && isSynced(identity) ? { ...identity, detail: syncedEnterpriseSsoIdentity.detail } : identity,
  );

  return {
    ...(columns as NewUser),
    ...(profile === undefined ? {} : { profile: { ...user?.profile, ...profile } }),
    ...(customData === undefined ? {} : { customData: { ...user?.customData, ...customData } }),
    ...(password === undefined ? {} : { password, passwordUpdatedAt: now }),
    ...(socialIdentity && {
      identities: {
        ...user?.identities,
        [socialIdentity.target]: { userId: socialIdentity.userInfo.id, details: socialIdentity.userInfo },
      },
    }),
    ssoIdentities: enterpriseSsoIdentity ? [...ssoIdentities, enterpriseSsoIdentity] : ssoIdentities,
  };
};

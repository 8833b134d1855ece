import { InteractionEvent, MissingProfile, SignInIdentifier, VerificationType } from '@logto/schemas';

import { ApiError } from './api-error.ts';
import type { ExperienceData, StagedProfile } from './experience-interaction.ts';
import { lacksExtraProfile } from './extra-profile.ts';
import type { Tenant } from './tenant.ts';
import type { User } from './users.ts';
import { hasVerified } from './verification-records.ts';

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
    // An identity elsewhere is as good as a password.
    password:
      Boolean(user?.password ?? profile.password ?? profile.socialIdentity ?? profile.enterpriseSsoIdentity) ||
      Object.keys(user?.identities ?? {}).length > 0,
  };
  const required = requirements(tenant);

  return order.filter(
    (item) => required.has(item) && !(item === MissingProfile.emailOrPhone ? has.email || has.phone : has[item]),
  );
};

const missing = (missingProfile: readonly MissingProfile[]): ApiError =>
  new ApiError('user.missing_profile', { status: 422, data: { missingProfile } });

/** People from a company's provider are never asked, those from a social one not if the tenant lets them off. */
const isExempt = ({ signInExperience }: Tenant, { profile, verificationRecords }: ExperienceData): boolean => {
  const isSso = profile.enterpriseSsoIdentity !== undefined || hasVerified(verificationRecords, VerificationType.EnterpriseSso);
  const isSocial = profile.socialIdentity !== undefined || hasVerified(verificationRecords, VerificationType.Social);

  return isSso || (isSocial && signInExperience.socialSignIn.skipRequiredIdentifiers === true);
};

/**
 * Asks for what sign-up makes compulsory, of accounts old and new; for the custom profile fields of new ones only, once
 * everything else is there.
 * @throws ApiError `user.missing_profile` (422) with `data.missingProfile`.
 */
export const guardMandatoryProfile = (tenant: Tenant, data: ExperienceData, user: User | undefined): void => {
  if (isExempt(tenant, data)) {
    return;
  }

  const missingProfile = findMissing(tenant, data.profile, user);

  if (missingProfile.length > 0) {
    throw missing(missingProfile);
  }

  if (data.interactionEvent === InteractionEvent.Register && lacksExtraProfile(tenant, data.profile, user)) {
    throw missing([MissingProfile.extraProfile]);
  }
};

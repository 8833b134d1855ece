import { VerificationType } from '@logto/schemas';

import { ApiError } from './api-error.ts';
import type { ExperienceData, StagedProfile } from './experience-interaction.ts';
import { socialIdentityOf, ssoIdentityOf } from './record-profile.ts';
import type { Services } from './services.ts';
import { guardIdentificationMethod } from './sign-in-policy.ts';
import type { User, UserDirectory } from './users.ts';
import { findRecord, isVerified, type RecordOf, type VerificationRecord } from './verification-records.ts';

type SocialRecord = RecordOf<VerificationType.Social>;

interface RelatedUser {
  readonly via: { readonly type: 'email' | 'phone'; readonly value: string };
  readonly user: User;
}

/** The account with the phone number, else the e-mail address, that the provider reported. */
const findRelatedUser = (users: UserDirectory, { socialUserInfo }: SocialRecord): RelatedUser | undefined => {
  const candidates = [
    { type: 'phone', value: socialUserInfo?.phone },
    { type: 'email', value: socialUserInfo?.email },
  ] as const;

  for (const { type, value } of candidates) {
    const user = value === undefined ? undefined : users.findByIdentifier({ type, value });

    if (user !== undefined && value !== undefined) {
      return { via: { type, value }, user };
    }
  }

  return undefined;
};

interface Identified {
  readonly user: User;
  readonly staged?: StagedProfile;
}

const identifyBySocial = (services: Services, record: SocialRecord, link: boolean): Identified => {
  const { users } = services.state;
  const socialIdentity = socialIdentityOf(services, record);
  const related = findRelatedUser(users, record);

  if (link) {
    if (related === undefined) {
      throw new ApiError('user.identity_not_exist', { status: 404 });
    }

    return { user: related.user, staged: { socialIdentity } };
  }

  const user = users.findByIdentity(socialIdentity.target, socialIdentity.userInfo.id);

  if (user === undefined) {
    throw new ApiError('user.identity_not_exist', { status: 404, data: related ? { relatedUser: related.via } : {} });
  }

  return { user };
};

/** By the identity, else by the e-mail address the company's provider vouches for; then the identity is added. */
const identifyBySso = ({ state }: Services, record: RecordOf<VerificationType.EnterpriseSso>): Identified => {
  const identity = ssoIdentityOf(record);
  const { email, name, avatar } = record.enterpriseSsoUserInfo ?? {};
  const { syncProfile = false } = state.tenant.ssoConnectors.find(({ id }) => id === record.connectorId) ?? {};
  const synced = syncProfile ? { ...(name ? { name } : {}), ...(avatar ? { avatar } : {}) } : {};
  const known = state.users.findBySsoIdentity(identity.issuer, identity.identityId);

  if (known !== undefined) {
    return { user: known, staged: { syncedEnterpriseSsoIdentity: identity, ...synced } };
  }

  const related = email ? state.users.findByIdentifier({ type: 'email', value: email }) : undefined;

  if (related === undefined) {
    throw new ApiError('user.sso_identity_not_exist', { status: 404 });
  }

  return { user: related, staged: { enterpriseSsoIdentity: identity, ...synced } };
};

const identify = (services: Services, record: VerificationRecord, link: boolean): Identified => {
  if (!isVerified(record)) {
    throw new ApiError('session.verification_failed');
  }

  if (record.type === VerificationType.Social) {
    return identifyBySocial(services, record, link);
  }

  if (record.type === VerificationType.EnterpriseSso) {
    return identifyBySso(services, record);
  }

  if (record.type === VerificationType.NewPasswordIdentity) {
    throw new ApiError('session.verification_failed');
  }

  const { type, value } = record.identifier;
  const user = type === 'userId' ? undefined : services.state.users.findByIdentifier({ type, value });

  if (user === undefined) {
    throw new ApiError('user.user_not_exist', { status: 404, data: { identifier: value } });
  }

  return { user };
};

/**
 * Settles who the person is, for signing in and for recovery. Changes `data`.
 * @throws ApiError every code of identification that is not about registration.
 */
export const identifyUser = (
  services: Services,
  data: ExperienceData,
  request: { readonly verificationId: string; readonly linkSocialIdentity: boolean },
): void => {
  const record = findRecord(data.verificationRecords, request.verificationId);
  guardIdentificationMethod(services.state.tenant, data.interactionEvent, record);
  const { user, staged } = identify(services, record, request.linkSocialIdentity);

  if (user.isSuspended) {
    throw new ApiError('user.suspended', { status: 401 });
  }

  if (data.userId !== undefined && data.userId !== user.id) {
    throw new ApiError('session.identity_conflict', { status: 409 });
  }

  if (data.userId === undefined) {
    data.userId = user.id;
    data.profile = { ...data.profile, ...staged };
  }
};

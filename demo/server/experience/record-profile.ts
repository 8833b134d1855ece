import { VerificationType } from '@logto/schemas';

import { ApiError } from './api-error.ts';
import type { SocialIdentity, StagedProfile } from './experience-interaction.ts';
import type { Services } from './services.ts';
import { isVerified, type RecordOf, type VerificationRecord } from './verification-records.ts';

type ProviderRecord = RecordOf<VerificationType.EnterpriseSso | VerificationType.Social>;

/** The identity a verified social record stands for. */
export const socialIdentityOf = (
  { socialConnectors }: Services,
  { connectorId, socialUserInfo }: RecordOf<VerificationType.Social>,
): SocialIdentity => {
  const target = socialConnectors().find(({ id }) => id === connectorId)?.target;

  if (target === undefined || socialUserInfo === undefined) {
    throw new ApiError('session.verification_failed');
  }

  return { target, userInfo: socialUserInfo };
};

/** The identity a verified enterprise record stands for. */
export const ssoIdentityOf = ({
  connectorId,
  enterpriseSsoUserInfo,
  issuer,
}: RecordOf<VerificationType.EnterpriseSso>): NonNullable<StagedProfile['enterpriseSsoIdentity']> => {
  if (enterpriseSsoUserInfo === undefined || issuer === undefined) {
    throw new ApiError('session.verification_failed');
  }

  return { issuer, ssoConnectorId: connectorId, identityId: enterpriseSsoUserInfo.id, detail: enterpriseSsoUserInfo };
};

/**
 * What a record proves about a person.
 * @throws ApiError `session.verification_failed` (400) when it proves nothing, or nothing new.
 */
export const profileOf = (services: Services, record: VerificationRecord): StagedProfile => {
  if (!isVerified(record)) {
    throw new ApiError('session.verification_failed');
  }

  switch (record.type) {
    case VerificationType.EmailVerificationCode:
    case VerificationType.OneTimeToken:
      return { primaryEmail: record.identifier.value };
    case VerificationType.PhoneVerificationCode:
      return { primaryPhone: record.identifier.value };
    case VerificationType.NewPasswordIdentity:
      return { username: record.identifier.value, password: record.passwordEncrypted };
    case VerificationType.Social:
      return { socialIdentity: socialIdentityOf(services, record) };
    case VerificationType.EnterpriseSso:
      return { enterpriseSsoIdentity: ssoIdentityOf(record) };
    case VerificationType.Password:
      throw new ApiError('session.verification_failed');
  }
};

const present = <Value extends object>(value: Value): Partial<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== '')) as Partial<Value>;

/**
 * What a new account takes over from its provider. Of social connectors, addresses that others use already are left behind; a
 * company's are not.
 */
export const takenOverProfile = ({ state }: Services, record: ProviderRecord): StagedProfile => {
  if (record.type === VerificationType.EnterpriseSso) {
    const { email, name, avatar } = record.enterpriseSsoUserInfo ?? {};

    return present({ primaryEmail: email, name, avatar });
  }

  const { email, phone, name, avatar } = record.socialUserInfo ?? {};
  const free = (type: 'email' | 'phone', value: string | undefined): string | undefined =>
    value !== undefined && state.users.findByIdentifier({ type, value }) === undefined ? value : undefined;

  return present({ primaryEmail: free('email', email), primaryPhone: free('phone', phone), name, avatar });
};

/** What a new account begins with. */
export const newAccountProfile = (services: Services, record: VerificationRecord): StagedProfile => ({
  ...profileOf(services, record),
  ...(record.type === VerificationType.Social || record.type === VerificationType.EnterpriseSso
    ? takenOverProfile(services, record)
    : {}),
});

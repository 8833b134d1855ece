import { InteractionEvent, VerificationType } from '@logto/schemas';

import { ApiError } from './api-error.ts';
import type { Experience, StagedProfile } from './experience-interaction.ts';
import { socialIdentityOf } from './identify-user.ts';
import { guardAvailability, guardMandatoryProfile, guardNotInAccount, toUserPatch } from './profile.ts';
import type { Services } from './services.ts';
import { guardCaptcha, guardInteractionEvent, guardSsoOnlyEmail } from './sign-in-policy.ts';
import { findRecord, isVerified, type VerificationRecord } from './verification-records.ts';

/** What a new account takes over from the provider. Addresses that others use already are left behind. */
const profileFromSocial = (
  services: Services,
  record: Extract<VerificationRecord, { readonly type: VerificationType.Social }>,
): StagedProfile => {
  const socialIdentity = socialIdentityOf(services, record);
  const { email, phone, name, avatar } = socialIdentity.userInfo;
  const { users } = services.state;
  const isFree = (type: 'email' | 'phone', value: string): boolean => users.findByIdentifier({ type, value }) === undefined;

  return {
    socialIdentity,
    ...(email !== undefined && isFree('email', email) ? { primaryEmail: email } : {}),
    ...(phone !== undefined && isFree('phone', phone) ? { primaryPhone: phone } : {}),
    ...(name === undefined ? {} : { name }),
    ...(avatar === undefined ? {} : { avatar }),
  };
};

const profileFrom = (services: Services, record: VerificationRecord): StagedProfile => {
  if (record.type === VerificationType.Password || !isVerified(record)) {
    throw new ApiError('session.verification_failed');
  }

  switch (record.type) {
    case VerificationType.EmailVerificationCode:
      return { primaryEmail: record.identifier.value };
    case VerificationType.PhoneVerificationCode:
      return { primaryPhone: record.identifier.value };
    case VerificationType.Social:
      return profileFromSocial(services, record);
  }
};

/**
 * Makes an account of what the interaction knows. What the record gave is kept even when something is still missing, so
 * that the next attempt needs no record.
 * @throws ApiError every code of server-contract 11.2 about registration.
 */
export const registerUser = async (
  services: Services,
  experience: Experience,
  verificationId: string | undefined,
): Promise<void> => {
  const { state } = services;
  const { data } = experience;
  const current = data.userId === undefined ? undefined : state.users.findById(data.userId);

  if (verificationId !== undefined) {
    const record = findRecord(data.verificationRecords, verificationId);
    guardSsoOnlyEmail(state.tenant, record);
    const profile = profileFrom(services, record);

    if (current !== undefined) {
      guardNotInAccount(current, profile);
    }

    guardAvailability(state.users, profile);
    data.profile = { ...data.profile, ...profile };
    await experience.save();
  }

  guardInteractionEvent(state.tenant, InteractionEvent.Register);
  guardCaptcha(state.tenant, data);
  guardMandatoryProfile(state.tenant, {
    profile: data.profile,
    user: current,
    isSocial: data.verificationRecords.some((record) => record.type === VerificationType.Social && isVerified(record)),
  });

  data.userId = state.users.insert(toUserPatch(data.profile, state.clock.now())).id;
  data.profile = {};
};

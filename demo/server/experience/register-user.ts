import { InteractionEvent, VerificationType } from '@logto/schemas';

import { guardEmailBlocklist } from './email-blocklist.ts';
import { type Experience, forgetProfile } from './experience-interaction.ts';
import { findIdentifiedUser } from './identified-user.ts';
import { guardMandatoryProfile } from './mandatory-profile.ts';
import { stageProfile, toUserPatch } from './profile.ts';
import { newAccountProfile } from './record-profile.ts';
import type { Services } from './services.ts';
import { guardCaptcha, guardInteractionEvent, guardSsoOnlyEmail } from './sign-in-policy.ts';
import { findRecord } from './verification-records.ts';

/**
 * Makes an account of what the interaction knows. What the record gave is kept even when something is still missing, so
 * that the next attempt needs no record.
 * @throws ApiError every code of identification that is about registration.
 */
export const registerUser = async (
  services: Services,
  experience: Experience,
  verificationId: string | undefined,
): Promise<void> => {
  const { state } = services;
  const { data } = experience;

  if (verificationId !== undefined) {
    const record = findRecord(data.verificationRecords, verificationId);

    if (record.type !== VerificationType.EnterpriseSso) {
      guardSsoOnlyEmail(state.tenant, record);
    }

    guardEmailBlocklist(state.tenant, record);
    stageProfile(services, data, newAccountProfile(services, record));
    await experience.save();
  }

  guardInteractionEvent(state.tenant, InteractionEvent.Register, data.verificationRecords);
  guardCaptcha(state.tenant, data);
  guardMandatoryProfile(state.tenant, data, findIdentifiedUser(services, data));

  data.userId = state.users.insert(toUserPatch(data.profile, state.clock.now())).id;
  forgetProfile(data);
};

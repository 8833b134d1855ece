import { InteractionEvent, type UpdateProfileApiPayload, updateProfileApiPayloadGuard, VerificationType } from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import { ApiError } from '../api-error.ts';
import { guardEmailBlocklist } from '../email-blocklist.ts';
import type { ExperienceData } from '../experience-interaction.ts';
import { parseExtraProfile } from '../extra-profile.ts';
import { noContent, readBody } from '../http.ts';
import { findIdentifiedUser, identifiedUser } from '../identified-user.ts';
import { guardPasswordPolicy } from '../password-policy.ts';
import { guardNotInAccount, stageProfile } from '../profile.ts';
import { profileOf, takenOverProfile } from '../record-profile.ts';
import type { Services } from '../services.ts';
import { guardSsoOnlyEmail } from '../sign-in-policy.ts';
import { findRecordOf } from '../verification-records.ts';
import type { ExperienceEnvironment } from './environment.ts';

const passwordBody = z.object({ password: z.string() });

const recordTypes = {
  email: VerificationType.EmailVerificationCode,
  phone: VerificationType.PhoneVerificationCode,
  social: VerificationType.Social,
} as const;

const stageRecord = (services: Services, data: ExperienceData, type: keyof typeof recordTypes, verificationId: string): void => {
  const record = findRecordOf(data.verificationRecords, recordTypes[type], verificationId);
  guardSsoOnlyEmail(services.state.tenant, record);
  guardEmailBlocklist(services.state.tenant, record);
  stageProfile(services, data, profileOf(services, record));

  if (record.type === VerificationType.Social && findIdentifiedUser(services, data) === undefined) {
    data.profile = { ...takenOverProfile(services, record), ...data.profile };
  }
};

const stagePassword = async (services: Services, data: ExperienceData, password: string): Promise<void> => {
  const user = findIdentifiedUser(services, data);
  await guardPasswordPolicy(services.state.tenant, password, { profile: data.profile, user });

  if (user !== undefined && data.interactionEvent !== InteractionEvent.ForgotPassword) {
    guardNotInAccount(user, { password });
  }

  data.profile = { ...data.profile, password };
};

const stage = async (services: Services, data: ExperienceData, payload: UpdateProfileApiPayload): Promise<void> => {
  switch (payload.type) {
    case 'username':
      stageProfile(services, data, { username: payload.value });
      break;
    case 'password':
      await stagePassword(services, data, payload.value);
      break;
    case 'extraProfile':
      stageProfile(services, data, { ...parseExtraProfile(payload.values), submitted: true });
      break;
    default:
      stageRecord(services, data, payload.type, payload.verificationId);
  }
};

/** What a person adds to an account before it is made or signed in to. Nothing of it is kept until `submit`. */
export const profileRoutes = (services: Services) => {
  const routes = new Hono<ExperienceEnvironment>();

  routes.post('/', async ({ req, var: { experience } }) => {
    const payload = await readBody(req.raw, updateProfileApiPayloadGuard);
    const { data } = experience;

    if (data.interactionEvent === InteractionEvent.ForgotPassword) {
      throw new ApiError('session.not_supported_for_forgot_password');
    }

    if (data.interactionEvent === InteractionEvent.SignIn) {
      identifiedUser(services, data);
    }

    await stage(services, data, payload);
    await experience.save();

    return noContent();
  });

  routes.put('/password', async ({ req, var: { experience } }) => {
    const { password } = await readBody(req.raw, passwordBody);
    const { data } = experience;

    if (data.interactionEvent !== InteractionEvent.ForgotPassword) {
      throw new ApiError('session.invalid_interaction_type');
    }

    identifiedUser(services, data);
    await stagePassword(services, data, password);
    await experience.save();

    return noContent();
  });

  return routes;
};

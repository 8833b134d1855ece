import { passwordVerificationPayloadGuard, VerificationType } from '@logto/schemas';
import { Hono } from 'hono';

import { ApiError } from '../api-error.ts';
import { countAttempt } from '../attempts.ts';
import { json, readBody } from '../http.ts';
import { randomId } from '../random-id.ts';
import type { Services } from '../services.ts';
import type { Tenant } from '../tenant.ts';
import type { Identifier, User, UserDirectory } from '../users.ts';
import { putRecord } from '../verification-records.ts';
import type { ExperienceEnvironment } from './environment.ts';

const day = 86_400_000;

const verifyPassword = (users: UserDirectory, identifier: Identifier, password: string): User => {
  const user = users.findByIdentifier(identifier);

  if (user?.password !== password) {
    throw new ApiError('session.invalid_credentials', { status: 422 });
  }

  if (user.isSuspended) {
    throw new ApiError('user.suspended', { status: 401 });
  }

  return user;
};

const guardPasswordAge = ({ signInExperience }: Tenant, user: User, now: number): void => {
  const policy = signInExperience.passwordExpiration;

  if (policy.enabled === true) {
    const since = user.passwordUpdatedAt ?? policy.enabledAt ?? user.createdAt;

    if (now >= since + policy.validPeriodDays * day) {
      throw new ApiError('password.expired', { status: 422 });
    }
  }
};

/** Proves who somebody is by password. */
export const passwordRoutes = (services: Services) =>
  new Hono<ExperienceEnvironment>().post('/', async ({ req, var: { experience, language } }) => {
    const { identifier, password } = await readBody(req.raw, passwordVerificationPayloadGuard);
    const { state } = services;

    const user = countAttempt(services, {
      target: identifier.value,
      language,
      attempt: () => verifyPassword(state.users, identifier, password),
    });
    // Not an attempt gone wrong: the password was right.
    guardPasswordAge(state.tenant, user, state.clock.now());

    const id = randomId();
    putRecord(experience.data.verificationRecords, { id, type: VerificationType.Password, identifier, verified: true });
    await experience.save();

    return json({ verificationId: id });
  });

import { usernameRegEx } from '@logto/core-kit';
import { SignInIdentifier, VerificationType } from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import { json, readBody } from '../http.ts';
import { guardPasswordPolicy } from '../password-policy.ts';
import { guardAvailability } from '../profile.ts';
import { randomId } from '../random-id.ts';
import type { Services } from '../services.ts';
import { putRecord } from '../verification-records.ts';
import type { ExperienceEnvironment } from './environment.ts';

const body = z.object({
  identifier: z.object({ type: z.literal('username'), value: z.string().regex(usernameRegEx) }),
  password: z.string(),
});

/** A username and a password for an account to be. */
export const newPasswordIdentityRoutes = ({ state }: Services) =>
  new Hono<ExperienceEnvironment>().post('/', async ({ req, var: { experience } }) => {
    const { identifier, password } = await readBody(req.raw, body);
    const profile = { username: identifier.value };
    guardAvailability(state.users, profile);
    await guardPasswordPolicy(state.tenant, password, { profile, user: undefined });

    const record = {
      id: randomId(),
      type: VerificationType.NewPasswordIdentity,
      identifier: { ...identifier, type: SignInIdentifier.Username },
      // As everywhere in the demo, it is kept as it is.
      passwordEncrypted: password,
    } as const;
    putRecord(experience.data.verificationRecords, record);
    await experience.save();

    return json({ verificationId: record.id });
  });

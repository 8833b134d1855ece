import { oneTimeTokenVerificationVerifyPayloadGuard, VerificationType } from '@logto/schemas';
import { Hono } from 'hono';

import { countAttempt } from '../attempts.ts';
import { json, readBody } from '../http.ts';
import { randomId } from '../random-id.ts';
import type { Services } from '../services.ts';
import { putRecord } from '../verification-records.ts';
import type { ExperienceEnvironment } from './environment.ts';

/** Takes what a magic link carries. */
export const oneTimeTokenRoutes = (services: Services) =>
  new Hono<ExperienceEnvironment>().post('/verify', async ({ req, var: { experience, language } }) => {
    const { identifier, token } = await readBody(req.raw, oneTimeTokenVerificationVerifyPayloadGuard);
    const { data } = experience;

    countAttempt(services, {
      target: identifier.value,
      language,
      attempt: () => {
        services.state.oneTimeTokens.verify(token, identifier.value, data.interactionEvent);
      },
    });

    const id = randomId();
    putRecord(data.verificationRecords, { id, type: VerificationType.OneTimeToken, identifier, verified: true });
    // Whoever made the link knew whom they sent it to.
    data.captcha.skipped = true;
    await experience.save();

    return json({ verificationId: id });
  });

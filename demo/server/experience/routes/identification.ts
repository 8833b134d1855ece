import { identificationApiPayloadGuard, InteractionEvent } from '@logto/schemas';
import { Hono } from 'hono';

import { ApiError } from '../api-error.ts';
import { noContent, readBody, statusText } from '../http.ts';
import { identifyUser } from '../identify-user.ts';
import { registerUser } from '../register-user.ts';
import type { Services } from '../services.ts';
import type { ExperienceEnvironment } from './environment.ts';

/** Says who the person is: by something verified, or by making an account. */
export const identificationRoutes = (services: Services) =>
  new Hono<ExperienceEnvironment>().post('/', async ({ req, var: { experience } }) => {
    const { verificationId, linkSocialIdentity = false } = await readBody(req.raw, identificationApiPayloadGuard);
    const isRegistration = experience.data.interactionEvent === InteractionEvent.Register;

    if (isRegistration) {
      await registerUser(services, experience, verificationId);
    } else {
      if (verificationId === undefined) {
        throw new ApiError('guard.invalid_input');
      }

      identifyUser(services, experience.data, { verificationId, linkSocialIdentity });
    }

    await experience.save();

    return isRegistration ? statusText('Created', 201) : noContent();
  });

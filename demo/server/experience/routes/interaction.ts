import { InteractionEvent } from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import { ApiError } from '../api-error.ts';
import { forgetProfile, sanitize } from '../experience-interaction.ts';
import { json, noContent, readBody } from '../http.ts';
import type { Services } from '../services.ts';
import { guardInteractionEvent } from '../sign-in-policy.ts';
import type { ExperienceEnvironment } from './environment.ts';

const eventBody = z.object({ interactionEvent: z.nativeEnum(InteractionEvent) });

/** Reading the interaction and turning sign-in into sign-up, or back. */
export const interactionRoutes = ({ state }: Services) => {
  const routes = new Hono<ExperienceEnvironment>();

  routes.get('/interaction', ({ var: { experience } }) => json(sanitize(experience.data)));

  routes.put('/interaction-event', async ({ req, var: { experience } }) => {
    const { interactionEvent } = await readBody(req.raw, eventBody);
    const { data } = experience;
    guardInteractionEvent(state.tenant, interactionEvent, data.verificationRecords);

    const recoveries = [interactionEvent, data.interactionEvent].filter((event) => event === InteractionEvent.ForgotPassword);

    if (recoveries.length === 1) {
      throw new ApiError('session.not_supported_for_forgot_password');
    }

    if (interactionEvent !== data.interactionEvent) {
      forgetProfile(data);
      data.interactionEvent = interactionEvent;
    }

    await experience.save();

    return noContent();
  });

  return routes;
};

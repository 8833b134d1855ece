import { CreateExperienceApiPayloadGuard } from '@logto/schemas';
import { Hono } from 'hono';

import { ApiError } from '../api-error.ts';
import { beginExperience } from '../experience-interaction.ts';
import { noContent, readBody } from '../http.ts';
import type { Services } from '../services.ts';
import type { ExperienceEnvironment } from './environment.ts';

/** `PUT /api/experience`: begins, or begins anew. A captcha is checked if it comes; whether it must is asked later. */
export const beginRoutes = ({ state, verifyCaptcha }: Services) =>
  new Hono<ExperienceEnvironment>().put('/', async (context) => {
    const { interactionEvent, captchaToken } = await readBody(context.req.raw, CreateExperienceApiPayloadGuard);
    const experience = beginExperience(context.var.interaction, interactionEvent, context.req.raw);

    if (captchaToken !== undefined && captchaToken !== '') {
      if (state.tenant.captcha === null || !(await verifyCaptcha(captchaToken))) {
        throw new ApiError('session.captcha_failed', { status: 422 });
      }

      experience.data.captcha.verified = true;
    }

    await experience.save();

    return noContent();
  });

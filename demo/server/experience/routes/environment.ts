import { createMiddleware } from 'hono/factory';

import type { Interaction } from '../../ports.ts';
import { ApiError, chooseMessageLanguage } from '../api-error.ts';
import { type Experience, findExperience } from '../experience-interaction.ts';
import { json } from '../http.ts';
import { requestedLanguages } from '../language.ts';
import type { Services } from '../services.ts';

/** What the routes find in their context. */
export interface ExperienceEnvironment {
  Variables: {
    /** Language of messages. */
    language: string;
    interaction: Interaction;
    /** Not there on the routes that need no initialised experience. */
    experience: Experience;
  };
}

export const detectMessageLanguage = createMiddleware<ExperienceEnvironment>(async (context, next) => {
  context.set('language', chooseMessageLanguage(requestedLanguages(context.req.raw)));
  await next();
});

/** The provider's own error in the form the page knows. The status and code are as on the real server. */
const sessionNotFound = (request: Request, language: string): Response => {
  const hasCookie = /(?:^|;\s*)_interaction=/.test(request.headers.get('cookie') ?? '');

  return json(
    {
      ...new ApiError('session.not_found').toBody(language),
      error: 'invalid_request',
      error_description: hasCookie ? 'interaction session not found' : 'interaction session id cookie not found',
    },
    400,
  );
};

/** Answers 400 `session.not_found` without an interaction. */
export const requireInteraction = ({ interactions }: Services) =>
  createMiddleware<ExperienceEnvironment>(async (context, next) => {
    const interaction = await interactions.find(context.req.raw);

    if (interaction === undefined) {
      return sessionNotFound(context.req.raw, context.var.language);
    }

    context.set('interaction', interaction);
    await next();
    return undefined;
  });

/** Answers 404 `session.interaction_not_found` before `PUT /api/experience`. */
export const requireExperience = createMiddleware<ExperienceEnvironment>(async (context, next) => {
  const experience = findExperience(context.var.interaction);

  if (experience === undefined) {
    throw new ApiError('session.interaction_not_found', { status: 404 });
  }

  context.set('experience', experience);
  await next();
});

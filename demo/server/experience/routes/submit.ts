import { Hono } from 'hono';

import { json, noContent } from '../http.ts';
import type { Services } from '../services.ts';
import { submitInteraction } from '../submit-interaction.ts';
import type { ExperienceEnvironment } from './environment.ts';

/** Ends the interaction if nothing is left to do. */
export const submitRoutes = (services: Services) =>
  new Hono<ExperienceEnvironment>().post('/', async ({ var: { experience, interaction } }) => {
    const result = await submitInteraction(services, experience, interaction);

    return result === undefined ? noContent() : json({ redirectTo: result.redirectTo });
  });

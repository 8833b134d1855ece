import { Hono } from 'hono';
import { z } from 'zod';

import { json, readQuery } from '../http.ts';
import { requestedLanguages } from '../language.ts';
import type { Services } from '../services.ts';
import { describePhrases, describeSignInExperience } from '../well-known.ts';
import type { ExperienceEnvironment } from './environment.ts';

const settingsQuery = z.object({ organizationId: z.string(), appId: z.string() }).partial();
const phrasesQuery = z.object({ lng: z.string().optional() });

/** Settings and phrases. Nobody needs to be known for these. */
export const wellKnownRoutes = (services: Services) => {
  const routes = new Hono<ExperienceEnvironment>();

  routes.on('GET', ['/sign-in-exp', '/experience'], ({ req }) =>
    json(describeSignInExperience(services, readQuery(req.raw, settingsQuery))),
  );

  routes.get('/phrases', ({ req }) => {
    const { language, phrases } = describePhrases(services, {
      named: readQuery(req.raw, phrasesQuery).lng,
      detected: requestedLanguages(req.raw),
    });

    return json(phrases, 200, { 'content-language': language });
  });

  return routes;
};

import { Hono } from 'hono';
import { z } from 'zod';

import { json, readQuery } from '../http.ts';
import type { Services } from '../services.ts';
import { ssoConnectorsFor } from '../sign-in-policy.ts';
import type { ExperienceEnvironment } from './environment.ts';

const query = z.object({ email: z.string().email() });

/** Which enterprise connectors an e-mail address belongs to. */
export const ssoConnectorRoutes = ({ state }: Services) =>
  new Hono<ExperienceEnvironment>().get('/', ({ req }) => {
    const { email } = readQuery(req.raw, query);

    return json({ connectorIds: ssoConnectorsFor(state.tenant, email).map(({ id }) => id) });
  });

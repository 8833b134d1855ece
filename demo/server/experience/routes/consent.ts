import { Hono } from 'hono';

import { ApiError } from '../api-error.ts';
import { json } from '../http.ts';
import type { Services } from '../services.ts';
import type { ExperienceEnvironment } from './environment.ts';

/** Who is signed in already, and to which app they are about to return. */
export const consentRoutes = ({ state }: Services) =>
  new Hono<ExperienceEnvironment>().get('/', ({ var: { interaction } }) => {
    const { application, accountId, missingScopes, params } = interaction;
    const user = accountId === undefined ? undefined : state.users.findById(accountId);

    if (user === undefined) {
      throw new ApiError('session.not_found');
    }

    const { id, name, avatar, username, primaryEmail, primaryPhone } = user;

    return json({
      application,
      user: { id, name, avatar, username, primaryEmail, primaryPhone },
      organizations: [],
      missingOIDCScope: missingScopes,
      missingResourceScopes: [],
      redirectUri: params['redirect_uri'],
    });
  });

import { userProfileGuard } from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import type { ExperienceState } from '../experience/state.ts';
import type { NewUser } from '../experience/users.ts';
import { readInput } from './input.ts';

const text = z.string().min(1).nullable();
const time = z.number().int().nullable();

const userGuard = z
  .object({
    id: z.string().min(1),
    username: text,
    primaryEmail: text,
    primaryPhone: z.string().regex(/^\d+$/).nullable(),
    password: text,
    passwordUpdatedAt: time,
    name: text,
    avatar: text,
    profile: userProfileGuard,
    customData: z.record(z.unknown()),
    isSuspended: z.boolean(),
    identities: z.record(z.object({ userId: z.string(), details: z.unknown() })),
    ssoIdentities: z.array(
      z.object({ issuer: z.string(), ssoConnectorId: z.string(), identityId: z.string(), detail: z.record(z.unknown()) }),
    ),
    createdAt: z.number().int(),
    lastSignInAt: time,
  })
  .partial()
  .strict();

/** `GET /`, `POST /` (a user, anything left out), `PATCH /:id`. */
export const userRoutes = (state: ExperienceState): Hono => {
  const routes = new Hono();

  routes.get('/', (context) => context.json(state.users.all));

  routes.post('/', async (context) => {
    const user = await readInput(context.req.raw, userGuard);

    return context.json(state.users.insert(user as NewUser), 201);
  });

  routes.patch('/:id', async (context) => {
    const { id: _, ...patch } = await readInput(context.req.raw, userGuard);
    const id = context.req.param('id');

    return state.users.findById(id) === undefined
      ? context.json({ message: 'There is no such user.' }, 404)
      : context.json(state.users.update(id, patch as NewUser));
  });

  return routes;
};

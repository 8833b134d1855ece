import { emailRegEx } from '@logto/core-kit';
import { InteractionEvent } from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import { type OneTimeToken, oneTimeTokenStatuses } from '../experience/one-time-tokens.ts';
import type { ExperienceState } from '../experience/state.ts';
import { readInput } from './input.ts';

const tokenGuard = z
  .object({
    email: z.string().regex(emailRegEx),
    interactionEvent: z.nativeEnum(InteractionEvent).optional(),
    status: z.enum(oneTimeTokenStatuses).optional(),
    /** Seconds. */
    expiresIn: z.number().int().optional(),
  })
  .strict();

/** The token with the address to send somebody to: the demo app, which signs in with it at once. */
const withLink = (token: OneTimeToken): OneTimeToken & { readonly link: string } => {
  const query = new URLSearchParams({
    one_time_token: token.token,
    login_hint: token.email,
    ...(token.interactionEvent === InteractionEvent.ForgotPassword ? { first_screen: 'reset_password' } : {}),
  });

  return { ...token, link: `/demo-app?${query.toString()}` };
};

/** `GET /`, `POST / { email, interactionEvent?, status?, expiresIn? }`: magic links. */
export const oneTimeTokenRoutes = (state: ExperienceState): Hono => {
  const routes = new Hono();

  routes.get('/', (context) => context.json(state.oneTimeTokens.all.map(withLink)));

  routes.post('/', async (context) => {
    const token = await readInput(context.req.raw, tokenGuard);

    return context.json(withLink(state.oneTimeTokens.create(token)), 201);
  });

  return routes;
};

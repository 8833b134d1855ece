import { Hono } from 'hono';
import { z } from 'zod';

import { type CaptchaBehaviour, captchaBehaviours } from '../experience/captcha-tokens.ts';
import type { ExperienceState } from '../experience/state.ts';
import { readInput } from './input.ts';

const names = Object.keys(captchaBehaviours) as [CaptchaBehaviour, ...CaptchaBehaviour[]];
const behaviourGuard = z.object({ behaviour: z.enum(names) }).strict();

/** `GET /`, `PUT / { behaviour }`: how the captcha widgets behave. */
export const captchaRoutes = (state: ExperienceState): Hono => {
  const routes = new Hono();

  routes.get('/', (context) => context.json({ behaviour: state.captchaBehaviour }));

  routes.put('/', async (context) => {
    const { behaviour } = await readInput(context.req.raw, behaviourGuard);
    state.captchaBehaviour = behaviour;

    return context.json({ behaviour });
  });

  return routes;
};

import { Hono } from 'hono';
import { z } from 'zod';

import type { ExperienceState } from '../experience/state.ts';
import { readInput } from './input.ts';

const advanceGuard = z.object({ advanceMs: z.number().int() });

/** `GET /` and `POST / { advanceMs }`: what time it is for the rules of the server, in milliseconds since the epoch. */
export const clockRoutes = (state: ExperienceState): Hono => {
  const routes = new Hono();

  routes.get('/', (context) => context.json({ now: state.clock.now() }));

  routes.post('/', async (context) => {
    const { advanceMs } = await readInput(context.req.raw, advanceGuard);
    state.advanceClock(advanceMs);

    return context.json({ now: state.clock.now() });
  });

  return routes;
};

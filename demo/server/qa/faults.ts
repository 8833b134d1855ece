import { Hono } from 'hono';
import { z } from 'zod';

import { faultGuard } from '../experience/faults.ts';
import type { ExperienceState } from '../experience/state.ts';
import { readInput } from './input.ts';

const listGuard = z.array(faultGuard.strict());

/** `GET /`, `PUT / [fault, …]` (replaces all of them), `DELETE /`. */
export const faultRoutes = (state: ExperienceState): Hono => {
  const routes = new Hono();

  routes.get('/', (context) => context.json(state.faults.all));

  routes.put('/', async (context) => {
    state.faults.replace(await readInput(context.req.raw, listGuard));

    return context.json(state.faults.all);
  });

  routes.delete('/', (context) => {
    state.faults.replace([]);

    return context.body(null, 204);
  });

  return routes;
};

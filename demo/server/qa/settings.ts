import { SignInExperiences } from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import { presetNames, presets } from '../experience/presets.ts';
import type { ExperienceState } from '../experience/state.ts';
import { tenantGuard } from '../experience/tenant.ts';
import { check, readInput } from './input.ts';

const patchGuard = tenantGuard.extend({ signInExperience: SignInExperiences.updateGuard }).partial().strict();
const presetGuard = z.object({ name: z.enum(presetNames as [string, ...string[]]) });

const presetList = presetNames.map((name) => ({ name, description: presets[name].description }));

/**
 * `GET /settings`, `PATCH /settings` (top level keys are replaced, but those of `signInExperience` one by one, as the
 * management API does), `GET /presets`, `POST /preset { name }`.
 */
export const settingsRoutes = (state: ExperienceState): Hono => {
  const routes = new Hono();

  routes.get('/settings', (context) => context.json(state.tenant));

  routes.patch('/settings', async (context) => {
    const { signInExperience, ...rest } = await readInput(context.req.raw, patchGuard);
    state.tenant = check(tenantGuard, {
      ...state.tenant,
      ...rest,
      signInExperience: { ...state.tenant.signInExperience, ...signInExperience },
    });

    return context.json(state.tenant);
  });

  routes.get('/presets', (context) => context.json(presetList));

  routes.post('/preset', async (context) => {
    const { name } = await readInput(context.req.raw, presetGuard);
    state.tenant = presets[name as keyof typeof presets].apply(state.initialTenant);

    return context.json(state.tenant);
  });

  return routes;
};

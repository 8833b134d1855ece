import type { Location } from '../platform/navigation.ts';
import type { Settings } from '../client/schemas/settings.ts';
import { canRegister, canSignIn } from './policy/sign-up.ts';
import type { Step } from './steps.ts';

const paths: Readonly<Record<string, string>> = { 'sign-in': '/sign-in', register: '/register' };

/** The address of a first screen; undefined for all other steps. */
export const firstPath = (step: Step): string | undefined => ('focused' in step ? undefined : paths[step.name]);

/** What most sign-ins begin at. All other addresses are known to `routes.ts`, which comes with the commands. */
export function firstStep({ path, search }: Location, settings: Settings): Step | undefined {
  if (/[?&]one_time_token=/.test(search)) return undefined;
  const name = /^\/(?:sign-in\/?)?$/.test(path) ? 'sign-in' : /^\/register\/?$/.test(path) ? 'register' : undefined;
  return name && settleFirst({ name }, settings);
}

/** Tenants where nobody registers, or nobody signs in, have one first screen. */
export function settleFirst(step: Step, settings: Settings): Step {
  if (step.name === 'sign-in' && !canSignIn(settings)) return { name: 'register' };
  if (step.name === 'register' && !canRegister(settings)) return { name: 'sign-in' };
  return step;
}

/** What a step keeps in its history entry, to be there again after a reload. What works once is not kept. */
export function stepToState(step: Step): object {
  return Object.fromEntries(Object.entries(step).filter(([name]) => name !== 'params' && name !== 'token'));
}

import type { Settings } from '../client/schemas/settings.ts';
import type { Location } from '../platform/ports.ts';
import { canRegister, canSignIn } from './policy/tenant.ts';
import type { Paths, Step } from './steps/step.ts';

/**
 * The addresses of the first screens. The definitions of these steps (`steps/sign-in.ts`) include them; they are loaded with the
 * commands, later than the first screen.
 */
export const firstPaths = {
  'sign-in': { '/sign-in': true, '/': false },
  register: { '/register': true },
} as const satisfies { readonly [Name in 'sign-in' | 'register']: Paths<Name> };

const paths: Readonly<Record<string, object | undefined>> = firstPaths;

/** The address of a first screen; undefined for all other steps. */
export const firstPath = (step: Step): string | undefined =>
  'focused' in step ? undefined : Object.keys(paths[step.name] ?? {})[0];

/** The step of an address where most sign-ins begin. `pathToStep` knows all other addresses. */
export function firstStep({ path, search }: Location, settings: Settings): Step | undefined {
  if (/[?&]one_time_token=/.test(search)) return undefined;
  const plain = path === '/' ? path : path.replace(/\/$/, '');
  const name = (['sign-in', 'register'] as const).find((candidate) => Object.hasOwn(firstPaths[candidate], plain));
  return name && resolveFirstStep({ name }, settings);
}

/** Tenants where nobody can register, or nobody can sign in, have only one of the first screens. */
export function resolveFirstStep(step: Step, settings: Settings): Step {
  if (step.name === 'sign-in' && !canSignIn(settings)) return { name: 'register' };
  if (step.name === 'register' && !canRegister(settings)) return { name: 'sign-in' };
  return step;
}

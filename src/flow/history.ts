import type { Settings } from '../client/schemas/settings.ts';
import type { Location, Navigation } from '../platform/ports.ts';
import { number, object, parseOr } from '../shared/schema.ts';
import type { Memory } from './memory.ts';
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

const withDepth = object({ depth: number });

/** Writes steps to the browser's history: the path, and the data of the step for reloads and Back. */
export interface History {
  /**
   * @param path of the step; undefined for a step without its own address, which does not change the history
   * @param data that restores the step after a reload
   */
  write(path: string | undefined, data: object, how: { readonly replace: boolean }): void;
  /** Goes back within our own entries. @returns false where there are none */
  back(): boolean;
}

export function createHistory(navigation: Navigation, memory: Memory): History {
  const urlOf = (path: string) => {
    const { appId } = memory.session();
    return appId ? `${path}?${new URLSearchParams({ app_id: appId }).toString()}` : path;
  };
  /** The number of our entries before the current one. */
  const depth = (): number => parseOr(withDepth, navigation.current().state)?.depth ?? 0;
  return {
    write(path, data, { replace }) {
      if (path === undefined) return;
      const entry = { ...data, depth: replace ? depth() : depth() + 1 };
      navigation[replace ? 'replace' : 'push'](urlOf(path), entry);
    },
    back() {
      if (depth() === 0) return false;
      navigation.back();
      return true;
    },
  };
}

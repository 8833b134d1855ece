import type { Navigation } from '../platform/ports.ts';
import { number, object, parseOr } from '../shared/schema.ts';
import type { Memory } from './memory.ts';
import type { Step } from './steps/step.ts';

/** What a step keeps in its history entry, to be restored after a reload. What can be used only once is not kept. */
export function stepToState(step: Step): object {
  return Object.fromEntries(Object.entries(step).filter(([name]) => name !== 'params' && name !== 'token'));
}

const withDepth = object({ depth: number });

/** Writes steps into the browser's history: a path for the address, and the data of the step for a reload and for Back. */
export interface History {
  /** @param path of the step; undefined for a step without an address of its own, which leaves the history as it is */
  write(step: Step, path: string | undefined, how: { readonly replace: boolean }): void;
  /** Goes back within our own entries. @returns false where there are none */
  back(): boolean;
}

export function createHistory(navigation: Navigation, memory: Memory): History {
  const urlOf = (path: string) => {
    const { appId } = memory.session();
    return appId ? `${path}?${new URLSearchParams({ app_id: appId }).toString()}` : path;
  };
  /** How many entries of ours lie before the present one. */
  const depth = (): number => parseOr(withDepth, navigation.current().state)?.depth ?? 0;
  return {
    write(step, path, { replace }) {
      if (path === undefined) return;
      const entry = { ...stepToState(step), depth: replace ? depth() : depth() + 1 };
      navigation[replace ? 'replace' : 'push'](urlOf(path), entry);
    },
    back() {
      if (depth() === 0) return false;
      navigation.back();
      return true;
    },
  };
}

import type { Location } from '../platform/navigation.ts';
import type { Params } from './steps.ts';

/** Query and fragment as one; the first of several equal names counts. Never throws, whatever the text. */
export function readParams({ search, hash }: Pick<Location, 'search' | 'hash'>): Params {
  const params = new Map<string, string>();
  for (const part of [search, hash.replace(/^#/, '?')]) {
    for (const [name, value] of new URLSearchParams(part)) if (!params.has(name)) params.set(name, value);
  }
  return Object.fromEntries(params);
}

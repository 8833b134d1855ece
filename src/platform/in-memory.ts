import { parseUrl } from '../shared/web-address.ts';
import type { Location, Navigation, Storage } from './ports.ts';

/** A history of its own: for a page inside somebody else's page, and for tests. */
export interface MemoryNavigation extends Navigation {
  /** Every `leave`, oldest first. Nothing leaves unless `leave` is given. */
  readonly left: readonly { readonly url: string; readonly how: 'assign' | 'replace' }[];
}

export interface MemoryNavigationOptions {
  readonly origin?: string;
  readonly referrer?: string;
  /** First URL, relative to the origin. */
  readonly url?: string;
  readonly state?: unknown;
  readonly leave?: (url: string, how: 'assign' | 'replace') => void;
}

export function memoryNavigation(options: MemoryNavigationOptions = {}): MemoryNavigation {
  const { origin = 'https://auth.example.com', referrer = '', url = '/sign-in', state = null } = options;
  const locate = (to: string, kept: unknown): Location => {
    const { pathname: path = '/', search = '', hash = '' } = parseUrl(origin + to) ?? {};
    return { path, search, hash, state: kept };
  };
  const entries = [locate(url, state)];
  const left: { url: string; how: 'assign' | 'replace' }[] = [];
  const listeners = new Set<() => void>();
  return {
    origin,
    referrer,
    left,
    current: () => entries.at(-1) as Location,
    push: (to, kept) => void entries.push(locate(to, kept)),
    replace: (to, kept) => void entries.splice(-1, 1, locate(to, kept)),
    back() {
      if (entries.length > 1) entries.pop();
      for (const listener of [...listeners]) listener();
    },
    leave(to, how) {
      left.push({ url: to, how });
      options.leave?.(to, how);
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Storage in memory, for tests. */
export function memoryStorage(entries = new Map<string, string>()): Storage {
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
    keys: () => [...entries.keys()],
  };
}

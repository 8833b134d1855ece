/** One place in the history: a URL relative to the origin and the state kept with it. */
export interface Location {
  /** Path, e.g. `/sign-in/password`. */
  readonly path: string;
  /** Query with its question mark, or ''. */
  readonly search: string;
  /** Fragment with its hash sign, or ''. */
  readonly hash: string;
  /** Whatever was stored with this entry; survives a reload. Untrusted. */
  readonly state: unknown;
}

/** Where the page is and how it moves. */
export interface Navigation {
  /** e.g. `https://auth.example.com`. */
  readonly origin: string;
  /** Address of the page that led here, or ''. Untrusted. */
  readonly referrer: string;
  current(): Location;
  push(url: string, state: unknown): void;
  replace(url: string, state: unknown): void;
  back(): void;
  /** Leaves for another page. `replace` keeps the present entry out of the history. */
  leave(url: string, how: 'assign' | 'replace'): void;
  /** Calls on back and forward. Answers a function that ends it. */
  onMove(listener: () => void): () => void;
}

/** The browser's own history. */
export function browserNavigation(view: Window = window): Navigation {
  return {
    origin: view.location.origin,
    referrer: view.document.referrer,
    current: () => ({
      path: view.location.pathname,
      search: view.location.search,
      hash: view.location.hash,
      state: view.history.state as unknown,
    }),
    push: (url, state) => view.history.pushState(state, '', url),
    replace: (url, state) => view.history.replaceState(state, '', url),
    back: () => view.history.back(),
    leave: (url, how) => view.location[how](url),
    onMove(listener) {
      view.addEventListener('popstate', listener);
      return () => view.removeEventListener('popstate', listener);
    },
  };
}

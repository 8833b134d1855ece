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

// Interfaces to the environment of the flow. Types only: the flow is compiled without the types of the DOM.

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
  /** Calls the listener on back and forward. @returns a function that removes it */
  onMove(listener: () => void): () => void;
}

/** Text kept under a key. Never throws: a browser that blocks storage keeps nothing. */
export interface Storage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** Storage of the tab, and storage shared by all tabs. */
export interface Storages {
  readonly session: Storage;
  readonly local: Storage;
  /** What the browser keeps for the tab, where `session` is a memory of our own that is copied there before the page leaves. */
  readonly tab?: Storage;
}

/** The time. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** Reads one-time codes from messages on the device. */
export interface OneTimeCodeReader {
  /** The code of the next message meant for this page; undefined when none comes or the person declines. */
  receive(signal: AbortSignal): Promise<string | undefined>;
}

/** Text kept under a key. Never throws: a browser that forbids storage behaves like one that forgets. */
export interface Storage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** What lasts as long as the tab, and what outlives it. */
export interface Storages {
  readonly session: Storage;
  readonly local: Storage;
  /** What the browser keeps for the tab, where `session` is a memory of our own that is copied there before the page leaves. */
  readonly tab?: Storage;
}

/** Storage that lives in this object, for tests. */
export function memoryStorage(entries = new Map<string, string>()): Storage {
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
    keys: () => [...entries.keys()],
  };
}

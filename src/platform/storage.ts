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
}

/** `sessionStorage` / `localStorage`; reading the property itself throws where storage is blocked. */
function browserStorage(open: () => globalThis.Storage): Storage {
  const attempt = <Value>(use: (storage: globalThis.Storage) => Value): Value | undefined => {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key)) ?? undefined,
    set: (key, value) => attempt((storage) => storage.setItem(key, value)),
    remove: (key) => attempt((storage) => storage.removeItem(key)),
    keys: () => attempt((storage) => Object.keys(storage)) ?? [],
  };
}

export function browserStorages(): Storages {
  return { session: browserStorage(() => sessionStorage), local: browserStorage(() => localStorage) };
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

import type { Storage, Storages } from './storage.ts';

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

/** A file of the page cannot be loaded: no connection, a stalled one, or a new version without that file was deployed. */
export class ChunkLoadError extends Error {
  override readonly name = 'ChunkLoadError';
}

/** Loads a module on demand. */
export interface Lazy<Module> {
  /**
   * Calls at the same time share one request. After a failure or a timeout the next call tries again.
   * @throws ChunkLoadError
   */
  (): Promise<Module>;
  /** The same for what the page works without: resolves with `undefined` instead of rejecting. */
  readonly optional: () => Promise<Module | undefined>;
  /** The module once it has arrived, be it after the timeout. */
  readonly loaded: Module | undefined;
}

/**
 * Every `import()` of the page goes through here, so that all failures are handled in one place.
 *
 * A retry needs the browser's help: Chromium before 156, Firefox before 154 and Safari before 27 keep the failure of an `import()`
 * for the lifetime of the page (https://github.com/whatwg/html/issues/6768, 2026-11).
 *
 * @param load e.g. `() => import('./module.ts')`
 * @param timeout in ms; the person may be waiting, and a stalled connection must not block them
 */
export function lazy<Module>(load: () => Promise<Module>, timeout = 10_000): Lazy<Module> {
  let loaded: Module | undefined;
  let loading: Promise<Module> | undefined;
  const attempt = () => {
    let timer: ReturnType<typeof setTimeout>;
    return new Promise<Module>((resolve, reject) => {
      const fail = (cause?: unknown) => reject(new ChunkLoadError('A file of the page cannot be loaded.', { cause }));
      timer = setTimeout(() => fail(), timeout);
      load().then((module) => resolve((loaded = module)), fail);
    }).finally(() => {
      clearTimeout(timer);
      if (!loaded) loading = undefined;
    });
  };
  const call = () => (loading ??= loaded ? Promise.resolve(loaded) : attempt());
  const optional = () => call().catch(() => undefined);
  return Object.defineProperty(Object.assign(call, { optional }), 'loaded', { get: () => loaded }) as Lazy<Module>;
}

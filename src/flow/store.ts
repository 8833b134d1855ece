/** A value that tells its listeners when it changes. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  /** Answers a function that ends the subscription. */
  subscribe(listener: (value: Value) => void): () => void;
}

export function createStore<Value extends object>(initial: Value): Store<Value> {
  let value = Object.freeze(initial);
  const listeners = new Set<(value: Value) => void>();
  return {
    get: () => value,
    set(next) {
      value = Object.freeze(next);
      for (const listener of [...listeners]) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Resolves in the next task: after microtasks (promises, mutation observers, updates of elements), without waiting for a frame as
 * `nextFrame` does. A message, because browsers delay nested timers by 4 ms.
 */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

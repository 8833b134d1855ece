/** What ends a wait before its work does. */
export interface Limits {
  readonly signal: AbortSignal;
  /** Milliseconds the work may take; as long as it likes where absent. */
  readonly timeout?: number | undefined;
}

/**
 * Waits for work that cannot be ended from here, such as a script of somebody else's. The client has its own (`time-limit.ts`),
 * which ends the work too: neither folder may know the other.
 * @throws the signal's reason when it aborts, a `TimeoutError` when the time is over, else what the work rejects with
 */
export function limited<Value>({ signal, timeout }: Limits, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const release = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    const stop = (reason: unknown) => {
      release();
      reject(reason);
    };
    // Old browsers keep no reason.
    const abort = () => stop((signal.reason as unknown) ?? new DOMException('The wait was given up.', 'AbortError'));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    const late = () => stop(new DOMException(`Nothing came within ${timeout ?? 0} ms.`, 'TimeoutError'));
    if (timeout !== undefined) timer = setTimeout(late, timeout);
    work.finally(release).then(resolve, reject);
  });
}

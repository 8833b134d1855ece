/** Runs a callback after a time in milliseconds. @returns a function that cancels it */
export type Schedule = (run: () => void, after: number) => () => void;

export const setTimer: Schedule = (run, after) => {
  const timer = setTimeout(run, after);
  return () => clearTimeout(timer);
};

export interface TimeoutOptions {
  /** Ends the work: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Time limit in milliseconds; none where absent. */
  readonly timeout?: number | undefined;
  /** Creates the error of a timeout. @default a DOMException named TimeoutError */
  readonly timeoutError?: (() => Error) | undefined;
  /** Timers, for tests. */
  readonly schedule?: Schedule | undefined;
}

/**
 * Does some work under a time limit and a caller's signal, and settles at once when either ends it, whatever the work does.
 * Not `AbortSignal.any` and `AbortSignal.timeout`, because the web views of Android 11 may lack them.
 * @param work its signal aborts with the reason of the timeout or of the caller
 */
export function withTimeout<Result>(
  { signal, timeout, timeoutError = () => defaultError(timeout), schedule = setTimer }: TimeoutOptions,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const controller = new AbortController();
    const release = (): void => {
      cancelTimer();
      signal?.removeEventListener('abort', abort);
    };
    const stop = (reason: unknown): void => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const abort = (): void => stop(signal && reasonOf(signal));
    const cancelTimer = timeout === undefined ? () => undefined : schedule(() => stop(timeoutError()), timeout);
    signal?.addEventListener('abort', abort);
    work(controller.signal).finally(release).then(resolve, reject);
  });
}

const defaultError = (timeout = 0) => new DOMException(`No result within ${String(timeout)} ms.`, 'TimeoutError');

/** Why a signal was aborted. Old browsers keep no reason. */
function reasonOf(signal: AbortSignal): unknown {
  return (signal.reason as unknown) ?? new DOMException('The call was aborted.', 'AbortError');
}

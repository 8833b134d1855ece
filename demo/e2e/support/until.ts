import { setTimeout as delay } from 'node:timers/promises';

/** Timeout in milliseconds; `E2E_TIMEOUT` sets it in seconds, for slow machines. */
const timeout = Number(process.env['E2E_TIMEOUT'] ?? 10) * 1000;

/**
 * Polls until the probe returns something, and returns it. A probe that fails or hangs counts as nothing: during a navigation a page
 * rejects `evaluate`, and in Firefox it sometimes never settles.
 * @param what description for the error message; a function is called at the timeout, so that it can describe the page
 * @throws Error at the timeout
 */
export async function until<T>(
  what: string | (() => Promise<string>),
  probe: () => Promise<T | undefined | null | false>,
  limit = timeout,
): Promise<T> {
  const deadline = performance.now() + limit;
  let cause: unknown;
  do {
    try {
      const answer = await Promise.race([probe(), delay(limit / 5, undefined, { ref: false })]);
      if (answer !== undefined && answer !== null && answer !== false) return answer;
    } catch (error) {
      cause = error;
    }
    await delay(25);
  } while (performance.now() < deadline);
  const text = typeof what === 'string' ? what : await what();
  const reason = cause instanceof Error ? `\nLast error: ${cause.message.split('\n')[0] ?? ''}` : '';
  throw new Error(`Waited ${String(limit / 1000)} s for ${text}${reason}`);
}

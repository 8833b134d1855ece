import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds that a person would wait before saying that something does not work; `E2E_PATIENCE` in seconds for slow machines. */
const patience = Number(process.env['E2E_PATIENCE'] ?? 10) * 1000;

/**
 * Asks again and again until the answer is something, and gives it back. An answer that cannot be had counts as none: pages that
 * are just being left refuse to answer, in Firefox some never do.
 * @param what what is waited for, for the message; a function is asked at the end, so that it can tell what was there instead
 * @throws Error when the time is over
 */
export async function until<T>(
  what: string | (() => Promise<string>),
  probe: () => Promise<T | undefined | null | false>,
  limit = patience,
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
  const reason = cause instanceof Error ? `\nThe last failure on the way: ${cause.message.split('\n')[0] ?? ''}` : '';
  throw new Error(`Waited ${String(limit / 1000)} s for ${text}${reason}`);
}

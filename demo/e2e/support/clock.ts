import type { Page } from 'puppeteer-core';

/** The page's `Date.now`, which can be moved forward. Timers run at their normal speed. */
export interface PageClock {
  advance(milliseconds: number): Promise<void>;
}

/** Call before the page is visited. The offset is lost when another document loads. */
export async function installClock(page: Page): Promise<PageClock> {
  await page.evaluateOnNewDocument(() => {
    const { now } = Date;
    Object.assign(window, { clockAhead: 0 });
    Date.now = () => now() + (window as unknown as { clockAhead: number }).clockAhead;
  });
  return {
    advance: (milliseconds) =>
      page.evaluate((by) => {
        const clock = window as unknown as { clockAhead: number };
        clock.clockAhead += by;
      }, milliseconds),
  };
}

// Text instead of a function: helpers that the compiler adds to functions do not exist in the page.
const quickTimers = (isQuick: string) => `{
  const wait = window.setTimeout;
  let before = 0;
  window.setTimeout = (run, after = 0, ...rest) => {
    const quick = ${isQuick};
    before = after;
    return wait(run, quick ? after / 10 : after, ...rest);
  };
}`;

/** Timers of a second and more run ten times as fast, so that a test need not wait for a timeout. Call before the page is visited. */
export const shortenTimers = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(quickTimers('after >= 1000'));
};

/** Only the two timers of the slow-request messages (5 and 10 seconds, set together) run ten times as fast. The request timeout stays. */
export const shortenSlowRequestTimers = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(quickTimers('after === 5000 || (after === 10000 && before === 5000)'));
};

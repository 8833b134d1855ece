import type { Page } from 'puppeteer-core';

/** A clock of the page that can be put forward. Timers go on as ever, they only find that it is later. */
export interface PageClock {
  advance(milliseconds: number): Promise<void>;
}

/** Call before the page is visited. What was put forward is forgotten when another document loads. */
export async function holdClock(page: Page): Promise<PageClock> {
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

// Text, not functions: what a compiler puts around functions is not there in the page.
const quickTimers = (isQuick: string) => `{
  const wait = window.setTimeout;
  let before = 0;
  window.setTimeout = (run, after = 0, ...rest) => {
    const quick = ${isQuick};
    before = after;
    return wait(run, quick ? after / 10 : after, ...rest);
  };
}`;

/** Every wait of a second and more takes a tenth of it: nobody has to sit out the end of patience. Call before the page is visited. */
export const hurry = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(quickTimers('after >= 1000'));
};

/** Only the words for a long wait come ten times sooner: after 5 and 10 seconds, set together. The limit of a call stays. */
export const growImpatient = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(quickTimers('after === 5000 || (after === 10000 && before === 5000)'));
};

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

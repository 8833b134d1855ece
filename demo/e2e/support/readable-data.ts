import type { Page } from 'puppeteer-core';

/** Everything that the page keeps where other scripts could read it: address, history state, storages. */
export const readableData = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([location.href, history.state, Object.entries(localStorage), Object.entries(sessionStorage)]),
  );

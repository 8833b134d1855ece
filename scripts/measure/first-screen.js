import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hostedFolder } from '../build/hosted.js';
import { launchBrowser } from '../testing/launch.js';
import { brotliSize } from './brotli.js';
import { openHostedSession } from './hosted-session.js';

/**
 * What Chromium really loads of documents, scripts and style sheets until nothing is loading any more, in brotli bytes.
 * The document counts as it lies in the build: without the data that the server puts in.
 * @param {{ ssr: boolean }} options
 * @returns {Promise<{ usable: number, idle: number, files: string[] }>} `usable`: what was asked for until the first field could
 *   be used; `idle`: with what the page fetched ahead after that
 */
export async function measureFirstScreen({ ssr }) {
  const session = await openHostedSession({ ssr });
  const browser = await launchBrowser('chromium');
  try {
    const { page, url, close } = await session.arrive(browser);
    /** @type {{ file: string, time: number }[]} */
    const requests = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (['document', 'script', 'stylesheet'].includes(request.resourceType())) {
        requests.push({ file: pathname.startsWith('/assets/') ? pathname : '/index.html', time: Date.now() });
      }
    });
    await page.goto(url);
    await page.waitForSelector('sign-in-experience[data-step] input[name=identifier]');
    await page.waitForSelector('input[name=password]', { visible: true });
    const usableAt = Date.now();
    await page.waitForNetworkIdle({ idleTime: 1000 });
    await close();
    const sizeOf = (/** @type {string} */ file) => brotliSize(readFileSync(path.join(hostedFolder, file)));
    const sum = (/** @type {typeof requests} */ list) => list.reduce((total, { file }) => total + sizeOf(file), 0);
    return {
      usable: sum(requests.filter(({ time }) => time <= usableAt)),
      idle: sum(requests),
      files: requests.map(({ file }) => file),
    };
  } finally {
    await browser.close();
    await session.close();
  }
}

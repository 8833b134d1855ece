import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hostedFolder } from '../build/hosted.js';
import { launchBrowser } from '../testing/launch.js';
import { withoutIntegrity } from '../build/integrity.js';
import { brotliSize } from './brotli.js';
import { openHostedSession } from './hosted-session.js';

const document = '/index.html';
const read = (/** @type {string} */ file) => readFileSync(path.join(hostedFolder, file), 'utf8');

/** @returns {number} what the integrity of all files adds to the HTML, in brotli bytes */
export function integrityBytes() {
  const html = read(document);
  return brotliSize(html) - brotliSize(withoutIntegrity(html));
}

/**
 * What Chromium really loads of documents, scripts and style sheets until nothing is loading any more, in brotli bytes.
 * The document counts as it lies in the build: without the data that the server puts in, and without the hashes of the page's files,
 * which are weighed by themselves (`integrityBytes`).
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
        requests.push({ file: pathname.startsWith('/assets/') ? pathname : document, time: Date.now() });
      }
    });
    await page.goto(url);
    await page.waitForSelector('sign-in-experience[data-step] input[name=identifier]');
    await page.waitForSelector('input[name=password]', { visible: true });
    const usableAt = Date.now();
    await page.waitForNetworkIdle({ idleTime: 1000 });
    await close();
    const sizeOf = (/** @type {string} */ file) =>
      file === document ? brotliSize(withoutIntegrity(read(file))) : brotliSize(read(file));
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

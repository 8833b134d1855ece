import { launchBrowser } from '../testing/launch.js';
import { openHostedSession } from './hosted-session.js';

/**
 * Goes from the first screen to the password and back, again and again.
 * @param {import('puppeteer-core').Page} page
 * @param {number} changes
 */
async function changeSteps(page, changes) {
  await page.evaluate(async (count) => {
    const element = /** @type {HTMLElement} */ (document.querySelector('sign-in-experience'));
    const changed = () => new Promise((resolve) => element.addEventListener('sie-step-change', resolve, { once: true }));
    for (let change = 0; change < count; change += 2) {
      const forward = changed();
      const field = /** @type {HTMLInputElement} */ (element.querySelector('input[name=identifier]'));
      field.value = 'alice';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.form?.requestSubmit();
      await forward;
      const back = changed();
      history.back();
      await back;
    }
  }, changes);
}

/**
 * How many bytes of JavaScript objects stay behind after so many step changes.
 * @param {number} changes
 * @returns {Promise<{ before: number, after: number }>} bytes, after garbage collection
 */
export async function measureHeap(changes) {
  const session = await openHostedSession({ firstScreen: 'identifier' });
  // Chromium ignores fast series of pushState unless told otherwise.
  const browser = await launchBrowser('chromium', { extraArguments: ['--disable-ipc-flooding-protection'] });
  try {
    const { page, url } = await session.arrive(browser);
    const cdp = await page.createCDPSession();
    await page.goto(url);
    await page.waitForSelector('sign-in-experience[data-step=sign-in]');
    const used = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    };
    // Everything that loads lazily is there after these.
    await changeSteps(page, 20);
    const before = await used();
    await changeSteps(page, changes);
    return { before, after: await used() };
  } finally {
    await browser.close();
    await session.close();
  }
}

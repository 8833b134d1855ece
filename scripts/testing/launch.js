/** Starts a browser for end-to-end specs and measurements; with `HEADED=1` one with a window. */
import puppeteer from 'puppeteer-core';
import { findBrowsers, headed, variables } from '../find-browsers.js';

/** Keeps Chromium from talking to anybody but the page under test, and lets it run as root in containers. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * @param {string} [engine] `chromium` or `firefox`; by default what `E2E_BROWSER` says, else Chromium
 * @param {import('puppeteer-core').LaunchOptions & { extraArguments?: readonly string[] }} [options] passed on; `extraArguments` are
 *   for Chromium
 * @returns {Promise<import('puppeteer-core').Browser>} the caller closes it
 */
export async function launchBrowser(engine = process.env['E2E_BROWSER'] ?? 'chromium', { extraArguments = [], ...options } = {}) {
  if (engine !== 'chromium' && engine !== 'firefox') throw new Error(`No end-to-end browser is called "${engine}"`);
  const { [engine]: browser } = await findBrowsers([engine]);
  if (!browser) {
    throw new Error(
      headed
        ? `No ${engine} with a window was found: install one, or name it in ${variables[engine].join(' or ')}.`
        : `${engine} is missing: run "node scripts/browsers.js"`,
    );
  }
  return puppeteer.launch({
    headless: !headed,
    // Slow enough to follow.
    ...(headed && { slowMo: 50 }),
    executablePath: browser.path,
    ...(engine === 'firefox' ? { browser: 'firefox' } : { args: [...chromiumArguments, ...extraArguments] }),
    ...options,
  });
}

/** Loads a page as a phone on a slow connection would, and says how it went. */

/**
 * @typedef {object} Load
 * @property {number} ready milliseconds from navigation until the field can be used: shown, enabled, uncovered
 * @property {number} bytes over the wire, headers included
 * @property {number} requests without those for `data:` and the icon
 * @property {number} script milliseconds in JavaScript
 * @property {number} shift cumulative layout shift
 */

/** 390×844, 150 ms round trip, 1.6 Mbit/s down and 750 kbit/s up, a processor four times as slow. */
const phone = {
  viewport: { width: 390, height: 844, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
  network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
  slowdown: 4,
};

/**
 * Runs in the page before anything else of it.
 * @param {string} selector
 */
function watch(selector) {
  const state = { ready: 0, shift: 0 };
  Object.assign(window, { measured: state });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = /** @type {PerformanceEntry & { value: number, hadRecentInput: boolean }} */ (entry);
      if (!hadRecentInput) state.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector(selector));
    if (field && !field.disabled) {
      const { left, top, width, height } = field.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (width > 0 && hit === field) {
        state.ready = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * @param {import('puppeteer-core').Page} page fresh, with a cold cache
 * @param {string} url
 * @param {string} selector of the field that must be usable
 * @returns {Promise<Load>}
 */
export async function measureLoad(page, url, selector) {
  const cdp = await page.createCDPSession();
  await page.setViewport(phone.viewport);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  await cdp.send('Network.emulateNetworkConditions', phone.network);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
  let bytes = 0;
  let requests = 0;
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:') && !/favicon|\.ico$/.test(request.url)) requests++;
  });
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.evaluateOnNewDocument(watch, selector);
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForFunction('window.measured.ready > 0', { timeout: 60_000 });
  await page.waitForNetworkIdle({ idleTime: 500 });
  const { ready, shift } = await page.evaluate(() => /** @type {any} */ (window).measured);
  const { metrics } = await cdp.send('Performance.getMetrics');
  const script = (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  return { ready, bytes, requests, script, shift };
}

import type { ElementHandle, Frame, Page } from 'puppeteer-core';

/** A computed style. Colours of other colour spaces are converted to `rgb(…)`. */
export const styleIn = (handle: ElementHandle, property: string): Promise<string> =>
  handle.evaluate((element, name) => {
    const value = getComputedStyle(element).getPropertyValue(name);
    const context = /^(oklch|color)\(/.test(value) ? document.createElement('canvas').getContext('2d') : null;
    if (!context) return value;
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    return `rgb(${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(', ')})`;
  }, property);

/** A computed style of the first element that matches. */
export async function styleOf(page: Page | Frame, selector: string, property: string): Promise<string> {
  const handle = await page.$(selector);
  if (!handle) throw new Error(`There is no ${selector}.`);
  return styleIn(handle, property);
}

/** Emulates the system's colour scheme. */
export const preferColorScheme = (page: Page, value: 'light' | 'dark'): Promise<void> =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);

import type { Page } from 'puppeteer-core';

/** A computed style of the first element that matches. */
export const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page.$eval(selector, (element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** What the person set in their system. */
export const preferColorScheme = (page: Page, value: 'light' | 'dark'): Promise<void> =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { violations } from './support/axe.ts';
import { screenStates } from './support/screen-states.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('axe finds nothing', () => {
  for (const [what, arrive] of Object.entries(screenStates)) {
    for (const language of ['en', 'ar']) {
      it(
        `${what}, ${language === 'ar' ? 'right to left' : 'left to right'}, light and dark, narrow and wide`,
        withPage(async (fixtures) => {
          const { page } = fixtures;
          const found: string[] = [];
          const prefer = async (value: string) => {
            await page.emulateMediaFeatures([
              { name: 'prefers-color-scheme', value },
              { name: 'prefers-reduced-motion', value: 'reduce' },
            ]);
            // The page hears of it with the next frame, and shows it with the one after.
            await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
          };
          await prefer('light');
          await arrive(fixtures, language);
          assert.equal(await page.$eval('html', ({ dir }) => dir || 'ltr'), language === 'ar' ? 'rtl' : 'ltr');
          for (const width of [1280, 390]) {
            await page.setViewport({ width, height: 844 });
            for (const theme of ['light', 'dark']) {
              await prefer(theme);
              found.push(...(await violations(page)).map((line) => `${theme}, ${String(width)} px: ${line}`));
            }
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            if (overflow > 0) found.push(`${String(width)} px: ${String(overflow)} px too wide`);
          }
          assert.deepEqual(found, []);
        }),
      );
    }
  }
});

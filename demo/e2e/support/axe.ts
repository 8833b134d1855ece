import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds, one line for each element. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // axe measures contrast, so wait until transitions are over. Endless animations (spinners) are left out.
  await until('the page to come to rest', () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .every(({ effect, playState }) => playState === 'finished' || effect?.getComputedTiming().endTime === Infinity),
    ),
  );
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${help}): ${String(target)} ${(failureSummary ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    ),
  );
}

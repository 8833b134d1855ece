/** Fails on purpose: `scripts/testing/failure-report.test.js` runs it and looks at what it leaves behind. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './stage.ts';

const { scene } = stage();

describe('A failing spec', () => {
  it(
    'leaves "everything" behind',
    scene(async ({ I, page, setup }) => {
      await I.visit(`${setup.origin}/sign-in`);
      await page.evaluate(async () => {
        console.warn('from the page');
        await fetch('/api/experience/no-such-endpoint');
      });
      assert.fail('on purpose');
    }),
  );
  it(
    'is not reported when it passes',
    scene(async ({ I, setup }) => I.visit(`${setup.origin}/sign-in`)),
  );
});

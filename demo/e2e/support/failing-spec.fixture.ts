/** Fails on purpose: `scripts/testing/failure-report.test.js` runs it and checks the report that it writes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { e2eSuite } from './e2e-suite.ts';

const { withPage } = e2eSuite();

describe('A failing spec', () => {
  it(
    'leaves "everything" behind',
    withPage(async ({ I, page, setup }) => {
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
    withPage(async ({ I, setup }) => I.visit(`${setup.origin}/sign-in`)),
  );
});

import path from 'node:path';
import { root } from '../files.js';
import { tell } from './counts.js';

/**
 * Reporter for `node --test` that counts single tests, not the suites around them.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* nodeTestCounts(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {import('./counts.js').Times} */
  const times = {};
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.nesting === 0 && data.file) {
      const file = path.relative(root, data.file);
      times[file] = (times[file] ?? 0) + (data.details?.duration_ms ?? 0);
    }
    if (data.details?.type === 'suite') {
      // A failing hook of a suite fails no test of its own.
      if (data.details.error?.failureType === 'hookFailed') counts.failed++;
      continue;
    }
    if (data.details?.error?.failureType === 'subtestsFailed') continue;
    // With --grep, Node reports the tests that do not match as skipped.
    if (data.skip === 'test name does not match pattern') continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else counts[type === 'test:pass' ? 'passed' : 'failed']++;
  }
  await tell({ counts, times });
  yield '';
}

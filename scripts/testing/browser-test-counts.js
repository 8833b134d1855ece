import path from 'node:path';
import { root } from '../files.js';
import { tell, tellProgress } from './counts.js';

/** @typedef {import('@web/test-runner').TestSession} TestSession */

/**
 * @param {readonly TestSession[]} sessions
 * @returns {import('./counts.js').Report} a session that failed without a failed test counts as one failure: its file did not load
 */
function reportOf(sessions) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {import('./counts.js').Times} */
  const times = {};
  let time = 0;
  /** @param {import('@web/test-runner').TestSuiteResult | undefined} suite */
  const add = (suite) => {
    for (const test of suite?.tests ?? []) {
      counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      time += test.duration ?? 0;
    }
    suite?.suites.forEach(add);
  };
  for (const session of sessions) {
    const before = counts.failed;
    time = 0;
    add(session.testResults);
    if (!session.passed && counts.failed === before) counts.failed++;
    const file = path.relative(root, session.testFile);
    times[file] = (times[file] ?? 0) + time;
  }
  return { counts, times };
}

/**
 * Reporter that counts single tests. It also reports after each file, because the runner ends without asking its reporters when
 * something throws outside of a test.
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserTestCounts() {
  /** @type {Map<string, readonly TestSession[]>} */
  const finished = new Map();
  return {
    reportTestFileResults({ testFile, sessionsForTestFile }) {
      finished.set(testFile, sessionsForTestFile);
      void tellProgress(reportOf([...finished.values()].flat()));
    },
    stop: ({ sessions }) => tell(reportOf(sessions)),
  };
}

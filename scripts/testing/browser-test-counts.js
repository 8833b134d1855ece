import { tell } from './counts.js';

/**
 * Reporter that counts single tests; a test file that does not even load is one failure.
 * @returns {import('@web/test-runner').Reporter}
 */
export function browserTestCounts() {
  return {
    async stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      /** @param {import('@web/test-runner').TestSuiteResult | undefined} suite */
      const add = (suite) => {
        for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suite?.suites.forEach(add);
      };
      for (const session of sessions) {
        const before = counts.failed;
        add(session.testResults);
        if (!session.passed && counts.failed === before) counts.failed++;
      }
      await tell(counts);
    },
  };
}

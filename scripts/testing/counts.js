/**
 * How a test process reports to the test command that started it: counts and times as messages, the last of which is valid. A
 * process that crashes has then reported what it finished. Without a parent process, it prints the closing line `N passed, N failed`.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Record<string, number>} Times milliseconds by test file */
/** @typedef {{ counts: Counts, times: Times }} Report */

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}

/** @param {Report} report final */
export async function tell(report) {
  if (!process.send) console.log(`\n${closingLine(report.counts)}`);
  else await tellProgress(report);
}

/** @param {Report} report of the files that are done */
export async function tellProgress(report) {
  const { send } = process;
  if (!send) return;
  await new Promise((resolve) => {
    send.call(process, report, undefined, undefined, resolve);
  });
}

/**
 * @param {Times} times
 * @param {number} [count] how many
 * @returns {string[]} lines, the slowest file first
 */
export function slowest(times, count = 20) {
  return Object.entries(times)
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([file, milliseconds]) => `${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${file}`);
}

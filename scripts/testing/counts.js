/**
 * How a stage of the test command tells how it went: as a message to the process that started it, else as the plain closing
 * line `N passed, N failed`.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}

/** @param {Counts} counts */
export async function tell(counts) {
  const { send } = process;
  if (!send) {
    console.log(`\n${closingLine(counts)}`);
    return;
  }
  await new Promise((resolve) => {
    send.call(process, { counts }, undefined, undefined, resolve);
  });
}

/** Runs a target over generated cases, and says how to run the one that failed again. */
import fc from 'fast-check';
import { assertUnpolluted } from './invariants.js';

/** Milliseconds that one case may take; one that takes longer is timed three times more, on a machine that may be busy. */
const patience = 50;

/** Milliseconds to look for a smaller input that fails. */
const longestShrink = 2_000;

/**
 * @typedef {object} Finding
 * @property {string} target
 * @property {string} replay what `--only` takes
 * @property {string} problem
 * @property {string} input what was made, shrunk to what is needed for the failure
 * @property {string} document what was read, beginning
 */

/** @typedef {{ cases: number, finding?: Finding | undefined }} Outcome */

/**
 * A text for people: data that JSON has no words for, and not all of what is long.
 * @param {unknown} value
 * @param {number} [longest]
 */
export function shown(value, longest = 4_000) {
  const seen = new Set();
  let text;
  try {
    text = JSON.stringify(value, (_, it) => {
      if (typeof it === 'object' && it !== null) {
        if (seen.size > 5_000) return '…';
        seen.add(it);
      }
      if (typeof it === 'string' && it.length > 200) return `${it.slice(0, 40)}… (${String(it.length)} characters)`;
      return typeof it === 'bigint' || typeof it === 'symbol' || (typeof it === 'number' && !Number.isFinite(it))
        ? String(it)
        : it;
    });
  } catch {
    text = '(nested too deep to print)';
  }
  return (text ?? String(value)).slice(0, longest);
}

/**
 * Milliseconds that a run takes: by the clock or of the processor, whichever is less. The one counts what others do on this machine,
 * the other what collects garbage meanwhile.
 * @param {(it: unknown) => void} run
 * @param {unknown} it
 */
function timed(run, it) {
  const start = performance.now();
  const usage = process.cpuUsage();
  run(it);
  const elapsed = performance.now() - start;
  return elapsed > patience ? Math.min(elapsed, process.cpuUsage(usage).user / 1_000) : elapsed;
}

/**
 * @param {string} name
 * @param {import('./target.js').Target<any>} target
 * @param {{ seed: number, cases: number, path?: string | undefined, until?: number | undefined }} options `until`: `Date.now()` when to stop
 * @returns {Outcome}
 */
export function runTarget(name, { input, prepare, run }, { seed, cases, path, until }) {
  /** @param {unknown} made */
  const attempt = (made) => {
    const it = prepare(made);
    const times = [timed(run, it)];
    assertUnpolluted();
    while (Math.min(...times) > patience && times.length < 4) times.push(timed(run, it));
    if (Math.min(...times) > patience) throw new Error(`took ${Math.min(...times).toFixed(0)} ms`);
  };
  let firstFailure = Infinity;
  const property = fc.property(input, (made) => {
    // Whatever is tried later counts as harmless: the input is small enough then.
    if (Date.now() > firstFailure + longestShrink) return;
    try {
      attempt(made);
    } catch (error) {
      firstFailure = Math.min(firstFailure, Date.now());
      throw error;
    }
  });
  const { stackTraceLimit } = Error;
  // Most errors are those of readers that leave out what they cannot read; their stacks would take most of the time.
  Error.stackTraceLimit = 0;
  const result = fc.check(property, {
    seed,
    numRuns: cases,
    ...(path !== undefined && { path }),
    ...(until !== undefined && { interruptAfterTimeLimit: Math.max(1, until - Date.now()) }),
  });
  Error.stackTraceLimit = stackTraceLimit;
  if (!result.failed || !result.counterexample) return { cases: result.numRuns };
  const [made] = result.counterexample;
  let error = result.errorInstance;
  try {
    attempt(made);
  } catch (again) {
    error = again;
  }
  return {
    cases: result.numRuns,
    finding: {
      target: name,
      replay: `code:${name}:${String(result.counterexamplePath ?? '').split(':')[0] ?? ''}`,
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      input: shown(made),
      document: shown(prepare(made)),
    },
  };
}

/**
 * The test command: `node scripts/test.js [stage…] [--engine name] [--files file…]`.
 *
 * Stages, all of them by default:
 * - `unit`: unit, element and screen tests in Chromium, Firefox and WebKit;
 * - `scripts`: tests of the tools in this folder, in Node;
 * - `demo`: tests of the embedded server, in Node;
 * - `e2e`: end-to-end specs on the built page in Chromium; those named `*.journey.spec.ts` in Firefox too.
 *
 * Ends with the plain line `N passed, N failed` over everything that ran. A stage that finds no test has failed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browsers.js';
import { ensureHostedBuild } from './build/hosted.js';
import { filesBelow, root } from './files.js';
import { closingLine } from './testing/counts.js';

/** @typedef {import('./testing/counts.js').Counts} Counts */
/** @typedef {import('./find-browsers.js').Engine} Engine */
/** @typedef {{ title: string, args: string[], env?: Record<string, string> }} Run */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', multiple: true },
    files: { type: 'string', multiple: true },
    watch: { type: 'boolean', default: false },
  },
});

const allStages = ['unit', 'scripts', 'demo', 'e2e'];
const stages = allStages.filter((stage) => positionals.includes(stage));
// `--files a b c` as a shell expands it: what follows the first file is a positional to the parser.
const files = [...(values.files ?? []), ...positionals.filter((word) => !allStages.includes(word))];
const chosen = stages.length > 0 ? stages : allStages;
const engines = /** @type {readonly Engine[]} */ (values.engine ?? ['chromium', 'firefox', 'webkit']);

/** @param {readonly string[]} found */
const filtered = (found) =>
  files.length > 0 ? found.filter((file) => files.some((wanted) => path.resolve(wanted) === path.join(root, file))) : [...found];

/** Each spec file waits for its own server and browser more than it works; Node's default on two cores is one file at a time. */
const concurrency = ['--test-concurrency=2'];

/**
 * @param {string} title
 * @param {readonly string[]} tests
 * @param {Record<string, string>} [env]
 * @param {readonly string[]} [options] for Node
 * @returns {Run}
 */
const nodeTests = (title, tests, env = {}, options = []) => {
  // Without files Node would look for tests of its own.
  if (tests.length === 0) throw new Error(`${title}: no test found.`);
  const reporters = { spec: 'stdout', './scripts/testing/node-test-counts.js': 'stdout' };
  const reporting = Object.entries(reporters).flatMap(([reporter, destination]) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${destination}`,
  ]);
  return { title, args: ['--import', 'tsx', '--test', ...options, ...reporting, ...tests], env };
};

/**
 * @param {string} stage
 * @returns {Promise<Run[]>}
 */
async function runsOf(stage) {
  if (stage === 'unit') {
    const found = await ensureBrowsers({ wanted: engines });
    const present = engines.filter((engine) => found[engine]);
    if (present.length === 0) throw new Error('There is no browser to run the tests in.');
    const runner = path.join(root, 'node_modules/@web/test-runner/dist/bin.js');
    return [
      {
        title: `unit, element and screen tests in ${present.join(', ')}`,
        args: [runner, ...(values.watch ? ['--watch'] : []), ...(files.length > 0 ? ['--files', ...files] : [])],
        env: { TEST_ENGINES: present.join(',') },
      },
    ];
  }
  if (stage === 'scripts') {
    return [nodeTests('tests of the tools', filtered(filesBelow('scripts', (file) => file.endsWith('.test.js'))))];
  }
  if (stage === 'demo') {
    return [nodeTests('tests of the embedded server', filtered(filesBelow('demo/server', (file) => file.endsWith('.test.ts'))))];
  }
  const wanted = engines.filter((engine) => engine !== 'webkit');
  const found = await ensureBrowsers({ wanted, require: wanted.slice(0, 1) });
  await ensureHostedBuild();
  const specs = filtered(filesBelow('demo/e2e', (file) => file.endsWith('.spec.ts')));
  const journeys = specs.filter((file) => file.endsWith('.journey.spec.ts'));
  return (
    wanted
      .filter((engine) => found[engine])
      .map((engine) => ({ engine, tests: engine === 'firefox' ? journeys : specs }))
      // Whoever picks files may well pick none of the journeys.
      .filter(({ engine, tests }) => tests.length > 0 || engine === 'chromium' || files.length === 0)
      .map(({ engine, tests }) => nodeTests(`end-to-end specs in ${engine}`, tests, { E2E_BROWSER: engine }, concurrency))
  );
}

/**
 * @param {Run} run
 * @returns {Promise<Counts>}
 */
function perform({ title, args, env }) {
  console.log(`\n# ${title}\n`);
  return new Promise((resolve, reject) => {
    /** @type {Counts | undefined} */
    let counts;
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    child.on('error', reject);
    child.on('message', (message) => {
      counts = /** @type {{ counts: Counts }} */ (message).counts;
    });
    child.on('exit', (code, signal) => {
      const answer = counts ?? { passed: 0, failed: 0, skipped: 0 };
      if (answer.passed + answer.failed === 0) console.error(`${title}: no test ran (${signal ?? `exit code ${String(code)}`}).`);
      // A stage that broke, or that found nothing to do, must not look like success.
      const broken = answer.failed === 0 && (code !== 0 || answer.passed === 0);
      resolve(broken ? { ...answer, failed: 1 } : answer);
    });
  });
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of chosen) {
  try {
    for (const run of await runsOf(stage)) {
      const counts = await perform(run);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    }
  } catch (error) {
    console.error(`${stage}: ${error instanceof Error ? error.message : String(error)}`);
    total.failed++;
  }
}
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

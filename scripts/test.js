/**
 * The test command: `node scripts/test.js [stage…] [--engine name] [--files file…] [--grep title] [--all] [--watch]`.
 *
 * Stages, all of them by default:
 * - `unit`: unit, element and screen tests in browsers;
 * - `scripts`: tests of the tools in this folder, in Node;
 * - `demo`: tests of the embedded server, in Node;
 * - `e2e`: end-to-end specs on the built page, never in WebKit; in Firefox those named `*.journey.spec.ts`.
 *
 * Runs everything in Chromium, and in Firefox and WebKit the part that `partOf` names. With `--all`, or where `CI` is set, it runs
 * everything in every engine. `--engine` runs everything in the engines that it names, `--files` these files in all engines.
 * `--grep` takes a part of a title, or a /regular expression/, in the stages that run in Node.
 *
 * Ends with the plain line `N passed, N failed` over everything that ran. A stage that finds no test has failed.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browsers.js';
import { ensureHostedBuild } from './build/hosted.js';
import { filesBelow, root } from './files.js';
import { closingLine, slowest } from './testing/counts.js';

/** @typedef {import('./testing/counts.js').Report} Report */
/** @typedef {import('./find-browsers.js').Engine} Engine */
/** @typedef {{ title: string, args: string[], env?: Record<string, string> }} Run */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    engine: { type: 'string', multiple: true },
    files: { type: 'string', multiple: true },
    grep: { type: 'string' },
    watch: { type: 'boolean', default: false },
  },
});

const allStages = ['unit', 'scripts', 'demo', 'e2e'];
const stages = allStages.filter((stage) => positionals.includes(stage));
// A shell expands `--files *.ts` to several words; to the parser all but the first are positionals.
const files = [...(values.files ?? []), ...positionals.filter((word) => !allStages.includes(word))];
const chosen = stages.length > 0 ? stages : allStages;
const engines = /** @type {readonly Engine[]} */ (values.engine ?? ['chromium', 'firefox', 'webkit']);
const everything = values.all || Boolean(process.env['CI']) || values.engine !== undefined || files.length > 0;

/** What runs in Firefox and WebKit by default: the tests that depend most on the engine. */
const partOf = {
  unit: 'src/elements/{code-field,identifier-field,password-field,templates}/**/*.test.ts',
  e2e: ['sign-in-with-a-password', 'sign-in-with-a-code', 'keyboard'].map((name) => `demo/e2e/${name}.journey.spec.ts`),
};

/** @param {readonly string[]} found */
const filtered = (found) =>
  files.length > 0 ? found.filter((file) => files.some((wanted) => path.resolve(wanted) === path.join(root, file))) : [...found];

/**
 * @param {string} title
 * @param {readonly string[]} run arguments of Node
 * @param {Record<string, string>} [env]
 * @returns {Run}
 */
const nodeRun = (title, run, env = {}) => {
  const reporters = { spec: 'stdout', './scripts/testing/node-test-counts.js': 'stdout' };
  const reporting = Object.entries(reporters).flatMap(([reporter, destination]) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${destination}`,
  ]);
  const grep = values.grep === undefined ? [] : [`--test-name-pattern=${values.grep}`];
  return { title, args: ['--import', 'tsx', ...grep, ...reporting, ...run], env };
};

/** @param {string} title @param {readonly string[]} tests each runs in a process of its own */
function nodeTests(title, tests) {
  // Without files Node would look for tests of its own.
  if (tests.length === 0) throw new Error(`${title}: no test found.`);
  return nodeRun(title, ['--test', ...tests]);
}

/**
 * End-to-end specs in processes of a few files each: they share servers and a browser, and the processes keep two cores busy until the
 * end.
 * @param {Engine} engine
 * @param {readonly string[]} specs
 */
function specRuns(engine, specs) {
  if (specs.length === 0) throw new Error(`end-to-end specs in ${engine}: no test found.`);
  const count = Math.ceil(specs.length / 6);
  return Array.from({ length: count }, (_, index) => {
    const batch = specs.filter((__, position) => position % count === index);
    const title = `end-to-end specs in ${engine}${count > 1 ? `, part ${String(index + 1)} of ${String(count)}` : ''}`;
    return nodeRun(title, ['scripts/testing/run-specs.js', ...batch], { E2E_BROWSER: engine });
  });
}

/**
 * @param {string} stage
 * @returns {Promise<Run[]>}
 */
async function runsOf(stage) {
  if (stage === 'unit') {
    // The browser test runner takes tests that its framework leaves out for failed ones.
    if (values.grep !== undefined) throw new Error('--grep is for the stages in Node; here use --files, or it.only in the file.');
    const found = await ensureBrowsers({ wanted: engines });
    const present = engines.filter((engine) => found[engine]);
    if (present.length === 0) throw new Error('There is no browser to run the tests in.');
    const runner = path.join(root, 'node_modules/@web/test-runner/dist/bin.js');
    if (values.watch) {
      const args = [runner, '--watch', ...(files.length > 0 ? ['--files', ...files] : [])];
      return [{ title: 'unit, element and screen tests', args, env: { TEST_ENGINES: present.join(',') } }];
    }
    // A process for each engine, so that one that crashes does not end the others.
    return present.map((engine) => {
      const part = everything || engine === 'chromium' ? files : [partOf.unit];
      return {
        title: `unit, element and screen tests in ${engine}`,
        args: [runner, ...(part.length > 0 ? ['--files', ...part] : [])],
        // Tests that measure time need a processor; where all engines run everything at once, Chromium gets one page at a time, too.
        env: { TEST_ENGINES: engine, TEST_CONCURRENCY: everything && present.length > 1 ? '1' : '2' },
      };
    });
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
  // Where failing specs leave their reports.
  rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
  const specs = filtered(filesBelow('demo/e2e', (file) => file.endsWith('.spec.ts')));
  const journeys = specs.filter((file) => file.endsWith('.journey.spec.ts') && (everything || partOf.e2e.includes(file)));
  return (
    wanted
      .filter((engine) => found[engine])
      .map((engine) => ({ engine, tests: engine === 'firefox' ? journeys : specs }))
      // The chosen files may contain no journey.
      .filter(({ engine, tests }) => tests.length > 0 || engine === 'chromium' || files.length === 0)
      .flatMap(({ engine, tests }) => specRuns(engine, tests))
  );
}

/**
 * @param {Run} run
 * @param {{ buffered: boolean }} options `buffered`: shows the output only at the end, because another run shows its own meanwhile
 * @returns {Promise<Report>}
 */
function perform({ title, args, env }, { buffered }) {
  const heading = `\n# ${title}\n`;
  if (!buffered) console.log(heading);
  return new Promise((resolve, reject) => {
    /** @type {Report} */
    let report = { counts: { passed: 0, failed: 0, skipped: 0 }, times: {} };
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: buffered ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    /** @type {Buffer[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('message', (message) => {
      report = /** @type {Report} */ (message);
    });
    child.on('exit', (code, signal) => {
      const end = () => {
        if (buffered) console.log(`${heading}\n${Buffer.concat(output).toString()}`);
        const { counts, times } = report;
        const how = signal ?? `exit code ${String(code)}`;
        if (counts.passed + counts.failed === 0) console.error(`${title}: no test ran (${how}).`);
        else if (counts.failed === 0 && code !== 0) console.error(`${title}: ended early (${how}).`);
        // A run that crashed, or that had nothing to do, must not look like success.
        const broken = counts.failed === 0 && (code !== 0 || counts.passed === 0);
        resolve({ counts: broken ? { ...counts, failed: 1 } : counts, times });
      };
      // The last messages may arrive after the exit.
      if (child.connected) child.once('disconnect', end);
      else end();
    });
  });
}

const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {Report} report */
function add({ counts }) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

/** @param {string} title @param {Report['times']} times */
function list(title, times) {
  if (Object.keys(times).length > 1) console.log(`\nSlowest files, ${title}:\n${slowest(times).join('\n')}`);
}

/**
 * Performs runs side by side. The first shows its output at once, the others when they have ended.
 * @param {readonly Run[]} runs
 * @param {number} atOnce how many
 */
async function performAll(runs, atOnce) {
  const waiting = [...runs];
  /** @type {Record<string, Report['times']>} by title without the part */
  const times = {};
  const work = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      const report = await perform(run, { buffered: run !== runs[0] });
      add(report);
      const title = run.title.replace(/, part .*/, '');
      times[title] = { ...times[title], ...report.times };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const [title, found] of Object.entries(times)) list(title, found);
}

for (const stage of chosen) {
  try {
    const runs = await runsOf(stage);
    // Engines and specs wait for pages more than they compute.
    await performAll(runs, stage === 'unit' ? runs.length : 2);
  } catch (error) {
    console.error(`${stage}: ${error instanceof Error ? error.message : String(error)}`);
    total.failed++;
  }
}
if (!everything) {
  console.log('\nIn Firefox and WebKit this was only a part; "npm test -- --all" runs everything in every engine, as CI does.');
}
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

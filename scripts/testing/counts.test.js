import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../files.js';
import { browserTestCounts } from './browser-test-counts.js';
import { slowest } from './counts.js';

// A test that runs tests must not look like a part of the run around it.
const { NODE_TEST_CONTEXT: _, NODE_CHANNEL_FD: __, ...env } = process.env;

/** @param {string[]} args */
function run(args) {
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  return { last: stdout.trim().split('\n').at(-1), status };
}

/** @param {string} source of a test file */
function runNodeTests(source) {
  const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
  const file = path.join(folder, 'some.test.mjs');
  writeFileSync(file, `import { describe, it } from 'node:test';\n${source}`);
  try {
    return run(['--test', '--test-reporter=./scripts/testing/node-test-counts.js', '--test-reporter-destination=stdout', file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the closing line of tests in Node', () => {
  it('counts tests and not the suites around them', () => {
    const source = `describe('suite', () => { it('one', () => {}); describe('inner', () => { it('two', () => {}); }); });`;
    assert.equal(runNodeTests(source).last, '2 passed, 0 failed');
  });

  it('counts failures once', () => {
    const source = `describe('suite', () => { it('one', () => {}); it('two', () => { throw new Error('no'); }); it.skip('three', () => {}); });`;
    assert.deepEqual(runNodeTests(source), { last: '1 passed, 1 failed, 1 skipped', status: 1 });
  });

  it('counts a file that does not load as a failure', () => {
    assert.deepEqual(runNodeTests('throw new Error("no");'), { last: '0 passed, 1 failed', status: 1 });
  });
});

describe('the closing line of tests in browsers', () => {
  it('counts every engine, and a file that does not load as a failure', async (context) => {
    const print = context.mock.method(console, 'log', () => {});
    const test = (/** @type {boolean} */ passed, skipped = false) => ({ passed, skipped });
    const sessions = [
      {
        testFile: 'a.test.ts',
        passed: true,
        testResults: { tests: [test(true)], suites: [{ tests: [test(true), test(false, true)], suites: [] }] },
      },
      { testFile: 'b.test.ts', passed: false, testResults: { tests: [test(false)], suites: [] } },
      { testFile: 'c.test.ts', passed: false, testResults: undefined },
    ];
    // No channel: as when the runner is started by itself.
    const { send } = process;
    Object.assign(process, { send: undefined });
    await browserTestCounts().stop?.(/** @type {any} */ ({ sessions }));
    Object.assign(process, { send });
    assert.equal(print.mock.calls[0]?.arguments[0], '\n2 passed, 2 failed, 1 skipped');
  });
});

describe('the report of tests in browsers', () => {
  it('is sent after each file, so that a crash of the runner does not lose it', async (context) => {
    /** @type {import('./counts.js').Report[]} */
    const sent = [];
    const { send } = process;
    Object.assign(process, { send: (/** @type {any} */ report) => sent.push(report) });
    context.after(() => Object.assign(process, { send }));
    const reporter = browserTestCounts();
    for (const name of ['a', 'b']) {
      const testFile = path.join(root, `src/${name}.test.ts`);
      const session = {
        testFile,
        passed: true,
        testResults: { tests: [{ passed: true, skipped: false, duration: 20 }], suites: [] },
      };
      reporter.reportTestFileResults?.(/** @type {any} */ ({ testFile, sessionsForTestFile: [session] }));
    }
    assert.deepEqual(sent, [
      { counts: { passed: 1, failed: 0, skipped: 0 }, times: { 'src/a.test.ts': 20 } },
      { counts: { passed: 2, failed: 0, skipped: 0 }, times: { 'src/a.test.ts': 20, 'src/b.test.ts': 20 } },
    ]);
  });
});

describe('the slowest files', () => {
  it('come first, in seconds', () => {
    assert.deepEqual(slowest({ 'a.test.ts': 40, 'b.test.ts': 12_345, 'c.test.ts': 1_000 }, 2), [
      '   12.3 s  b.test.ts',
      '    1.0 s  c.test.ts',
    ]);
  });
});

describe('the test command', () => {
  it('runs only the tests whose titles match --grep', () => {
    const args = ['scripts/test.js', 'scripts', '--files', 'scripts/build/manifest.test.js', '--grep'];
    assert.deepEqual(run([...args, 'no such title']), { last: '0 passed, 1 failed', status: 1 });
    assert.match(run([...args, '.']).last ?? '', /^[1-9]\d* passed, 0 failed$/);
  });

  it('fails when it finds no test', () => {
    assert.deepEqual(run(['scripts/test.js', 'demo', '--files', 'no-such.test.ts']), { last: '0 passed, 1 failed', status: 1 });
  });
});

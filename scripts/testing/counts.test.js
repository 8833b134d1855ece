import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../files.js';
import { browserTestCounts } from './browser-test-counts.js';

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
      { passed: true, testResults: { tests: [test(true)], suites: [{ tests: [test(true), test(false, true)], suites: [] }] } },
      { passed: false, testResults: { tests: [test(false)], suites: [] } },
      { passed: false, testResults: undefined },
    ];
    // No channel: as when the runner is started by itself.
    const { send } = process;
    Object.assign(process, { send: undefined });
    await browserTestCounts().stop?.(/** @type {any} */ ({ sessions }));
    Object.assign(process, { send });
    assert.equal(print.mock.calls[0]?.arguments[0], '\n2 passed, 2 failed, 1 skipped');
  });
});

describe('the test command', () => {
  it('fails when it finds no test', () => {
    assert.deepEqual(run(['scripts/test.js', 'demo', '--files', 'no-such.test.ts']), { last: '0 passed, 1 failed', status: 1 });
  });
});

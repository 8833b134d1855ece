import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../files.js';

describe('a failing end-to-end spec', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'failure-report-'));
  const report = path.join(folder, 'results/failing-spec.fixture-leaves-everything-behind');
  let output = '';

  before(() => {
    const page = path.join(folder, 'page');
    mkdirSync(page);
    writeFileSync(path.join(page, 'index.html'), '<!doctype html><html lang="en"><head></head><body>page</body></html>');
    // A test that runs tests must not look like a part of the run around it.
    const { NODE_TEST_CONTEXT: _, NODE_CHANNEL_FD: __, ...env } = process.env;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--test', '--test-reporter=spec', 'demo/e2e/support/failing-spec.fixture.ts'],
      { cwd: root, encoding: 'utf8', env: { ...env, PAGE_DIRECTORY: page, TEST_RESULTS: path.join(folder, 'results') } },
    );
    assert.equal(status, 1, stdout);
    output = stdout;
  });
  after(() => rmSync(folder, { recursive: true }));

  it('says where its report is', () => assert.ok(output.includes(path.relative(root, report)), output));

  it('leaves a screenshot', () => assert.ok(statSync(path.join(report, 'page-1.png')).size > 1000));

  it("leaves the page's console and refused requests", () => {
    const log = readFileSync(path.join(report, 'page-1.log'), 'utf8');
    assert.match(log, /console\.warn: from the page/);
    assert.match(log, /400 GET .*\/no-such-endpoint \{"code"/);
  });

  it("leaves the server's log", () => {
    assert.match(readFileSync(path.join(report, 'server.log'), 'utf8'), /400 GET \/api\/experience\/no-such-endpoint \d+ ms/);
  });

  it('is the only one with a report', () => assert.deepEqual(readdirSync(path.join(folder, 'results')), [path.basename(report)]));
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from './files.js';

// macOS and Windows have browsers in places that cannot be hidden from the search.
describe('On a machine without browsers, apt and network', { skip: process.platform !== 'linux' }, () => {
  const home = mkdtempSync(path.join(tmpdir(), 'home-'));
  after(() => {
    rmSync(home, { recursive: true, force: true });
  });

  /** @param {Record<string, string>} [env] */
  const run = (env) =>
    spawnSync(process.execPath, ['scripts/browsers.js'], {
      cwd: root,
      encoding: 'utf8',
      // Nothing listens on the discard port, so no download gets anywhere.
      env: { PATH: home, HOME: home, HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', ...env },
    });

  it('every engine is skipped by name, with the reason and the way out', () => {
    const { stdout, status } = run();
    assert.equal(status, 0);
    for (const engine of ['chromium', 'firefox', 'webkit']) {
      assert.match(
        stdout,
        new RegExp(`^${engine}: MISSING, its tests are SKIPPED \\(apt: .*; download: .*\\)\\. To run them: install`, 'm'),
      );
    }
  });

  it('a required engine is an error', () => {
    const { stderr, status } = run({ REQUIRE_ALL_ENGINES: '1' });
    assert.equal(status, 1);
    assert.match(stderr, /^chromium is required and missing/);
  });

  it('a browser named in the environment is taken if it runs', () => {
    assert.match(run({ CHROME_BIN: process.execPath }).stdout, /^chromium: .* \(from CHROME_BIN\)$/m);
    assert.match(run({ CHROME_BIN: '/no/such/browser' }).stdout, /^chromium: MISSING/m);
  });
});

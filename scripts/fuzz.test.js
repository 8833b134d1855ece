import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { root } from './files.js';
import { settingsDocuments } from './fuzz/documents.js';
import { mutations, mutator } from './fuzz/mutate.js';
import { runTarget, shown } from './fuzz/run-code.js';
import { targets } from './fuzz/targets.js';

/** A target over settings, with a reader of one's own. */
const planted = (/** @type {(document: any) => void} */ run) => ({ ...targets.settings, run });

/** @param {string[]} options */
function fuzz(...options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/fuzz.js', ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

describe('npm run fuzz', () => {
  /** Readers that are wrong in a way that readers were wrong before. */
  const faults = /** @type {Record<string, [problem: RegExp, run: (document: any) => void]>} */ ({
    'believes that a list is one': [/not iterable|not a function/, ({ socialConnectors }) => [...socialConnectors.map(() => 1)]],
    'copies names into an object': [
      /prototype of every Object/,
      (document) => {
        const merge = (/** @type {any} */ target, /** @type {any} */ source, depth = 0) => {
          for (const [key, value] of Object.entries(source)) {
            if (typeof value === 'object' && value && depth < 4) merge((target[key] ??= {}), value, depth + 1);
            else if (typeof target === 'object') target[key] = value;
          }
        };
        merge({}, { ...document });
      },
    ],
    'takes its time': [
      /took \d+ ms/,
      ({ signInMode }) => {
        const usage = process.cpuUsage();
        while (typeof signInMode !== 'string' && process.cpuUsage(usage).user < 80_000);
      },
    ],
    'goes down as deep as there is': [
      /call stack/,
      (document) => {
        const depth = (/** @type {unknown} */ it) =>
          typeof it === 'object' && it ? 1 + Math.max(0, ...Object.values(it).map(depth)) : 0;
        depth(document.color);
      },
    ],
    'believes an address': [
      /javascript/i,
      (document) => {
        for (const url of Object.values(document)) if (typeof url === 'string' && /^javascript:/i.test(url)) throw new Error(url);
      },
    ],
  });
  for (const [fault, [problem, run]] of Object.entries(faults)) {
    it(`finds a reader that ${fault}, and says how to run that case alone`, () => {
      const target = planted((document) => {
        if (typeof document === 'object' && document && !Array.isArray(document)) run(document);
      });
      const { finding } = runTarget('settings', target, { seed: 1, cases: 20_000 });
      assert.match(finding?.problem ?? '', problem);
      const [, , path] = finding?.replay.split(':') ?? [];
      const again = runTarget('settings', target, { seed: 1, cases: 1, path });
      assert.match(again.finding?.problem ?? '', problem);
      assert.equal(again.finding?.replay, finding?.replay);
      // The changes that are needed, and no others; slow ones are looked at for a limited time.
      if (fault !== 'takes its time') assert.ok(JSON.parse(finding?.input ?? '{}').changes.length <= 2, finding?.input);
    });
  }

  it('makes the same cases of the same seed, and others of another', () => {
    const cases = (/** @type {number} */ seed) => shown(fc.sample(mutations(settingsDocuments), { seed, numRuns: 50 }), Infinity);
    assert.equal(cases(7), cases(7));
    assert.notEqual(cases(7), cases(8));
  });

  it('changes a copy, never the document', () => {
    const before = JSON.stringify(settingsDocuments);
    const mutate = mutator(settingsDocuments);
    for (const made of fc.sample(mutations(settingsDocuments), { seed: 7, numRuns: 500 })) mutate(made);
    assert.equal(JSON.stringify(settingsDocuments), before);
  });

  it('prints its seed and what it did, and takes a single target or case', () => {
    const some = fuzz('--only', 'code:storage', '--cases', '1000', '--seconds', '0', '--seed', '5');
    assert.equal(some.status, 0, some.text);
    assert.match(some.text, /^seed 5\ncode {2}storage 150: 0 failures/);
    assert.match(fuzz('--only', 'code:storage:17', '--seconds', '0').text, /storage 1: 0 failures/);
    assert.equal(fuzz('--only', 'code:nothing', '--seconds', '0').status, 1);
  });
});

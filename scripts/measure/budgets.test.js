import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareWeights } from './budgets.js';

const limits = { 'first screen': 28_000, screen: 4_000 };

/**
 * @param {number} bytes
 * @param {Record<string, number>} recorded
 */
const problem = (bytes, recorded) =>
  compareWeights([{ name: 'first screen', kind: 'first screen', bytes }], { limits, recorded })[0]?.problem;

describe('the size check', () => {
  it('accepts what is recorded and within its limit', () => {
    assert.equal(problem(27_000, { 'first screen': 27_000 }), undefined);
    assert.equal(problem(27_500, { 'first screen': 27_000 }), undefined);
  });

  it('refuses what is over its limit, recorded or not', () => {
    assert.equal(problem(28_001, { 'first screen': 28_001 }), 'over the limit');
  });

  it('lets a single file have a limit of its own', () => {
    const own = { ...limits, 'late screen': 5_000 };
    const late = (/** @type {number} */ bytes) =>
      compareWeights([{ name: 'late screen', kind: 'screen', bytes }], { limits: own, recorded: { 'late screen': bytes } })[0]
        ?.problem;
    assert.equal(late(4_900), undefined);
    assert.equal(late(5_100), 'over the limit');
  });

  it('refuses what became much heavier or much lighter in secret', () => {
    assert.equal(problem(25_000, { 'first screen': 20_000 }), 'much heavier than recorded');
    assert.equal(problem(20_000, { 'first screen': 25_000 }), 'much lighter than recorded');
  });

  it('refuses what nobody recorded and what is recorded and gone', () => {
    assert.equal(problem(1_000, {}), 'not recorded');
    const compared = compareWeights([], { limits, recorded: { 'old screen': 900 } });
    assert.deepEqual(compared, [{ name: 'old screen', kind: '', bytes: 0, recorded: 900, problem: 'gone' }]);
  });
});

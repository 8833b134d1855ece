/** @typedef {{ name: string, kind: string, bytes: number }} Weight */
/**
 * `limits` are for kinds of files, and for single ones by name.
 * @typedef {{ limits: Record<string, number>, recorded: Record<string, number> }} Budgets
 */
/** @typedef {Weight & { limit?: number, recorded?: number, problem?: string }} Compared */

/** Changes below this are nobody's purpose: a fraction of the recorded number, and bytes for what is small. */
const tolerance = { fraction: 0.05, bytes: 300 };

/**
 * @param {readonly Weight[]} weights
 * @param {Budgets} budgets
 * @returns {Compared[]}
 */
export function compareWeights(weights, { limits, recorded }) {
  const compared = weights.map((weight) => {
    const limit = limits[weight.name] ?? limits[weight.kind];
    const known = recorded[weight.name];
    const problem = problemOf(weight.bytes, limit, known);
    return {
      ...weight,
      ...(limit !== undefined && { limit }),
      ...(known !== undefined && { recorded: known }),
      ...(problem && { problem }),
    };
  });
  const gone = Object.keys(recorded).filter(
    (name) => (recorded[name] ?? 0) > tolerance.bytes && !weights.some((weight) => weight.name === name),
  );
  return [...compared, ...gone.map((name) => ({ name, kind: '', bytes: 0, recorded: recorded[name] ?? 0, problem: 'gone' }))];
}

/**
 * @param {number} bytes
 * @param {number | undefined} limit
 * @param {number | undefined} known
 */
function problemOf(bytes, limit, known) {
  if (limit !== undefined && bytes > limit) return 'over the limit';
  // The bundler names small shared chunks as it likes.
  if (known === undefined) return bytes > tolerance.bytes ? 'not recorded' : undefined;
  const allowed = Math.max(known * tolerance.fraction, tolerance.bytes);
  if (Math.abs(bytes - known) <= allowed) return undefined;
  return bytes > known ? 'much heavier than recorded' : 'much lighter than recorded';
}

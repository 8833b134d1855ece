/** Weighs the built page by its manifest, in brotli bytes (quality 11, as servers compress static files ahead of time). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { hostedFolder, hostedManifest } from '../build/hosted.js';
import { withoutIntegrity } from '../build/integrity.js';

/** @typedef {{ name: string, kind: string, bytes: number }} Weight */
/**
 * `limits` are for kinds of files, and for single ones by name. `loads` names what is loaded together: the entry, and these chunks.
 * @typedef {{ limits: Record<string, number>, recorded: Record<string, number>, loads: Record<string, { kind: string, chunks: string[] }> }} Budgets
 */
/** @typedef {Weight & { limit?: number, recorded?: number, problem?: string }} Compared */

const read = (/** @type {string} */ file) => readFileSync(path.join(hostedFolder, file), 'utf8');
const brotliSize = (/** @type {string} */ text) => brotliCompressSync(text).length;

/** @returns {import('vite').Manifest} */
const readManifest = () => JSON.parse(readFileSync(hostedManifest, 'utf8'));

/** @param {import('vite').ManifestChunk} chunk */
const nameOf = ({ file, name = file }) => name;

/**
 * The document and what it loads by static imports, with those of the chunks that are named.
 * @param {readonly string[]} names of chunks
 * @returns {string[]} files of the built page, the document first
 */
export function filesLoadedWith(names, manifest = readManifest()) {
  /** @type {Set<string>} */
  const files = new Set(['index.html']);
  const add = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(add);
  };
  const entries = Object.entries(manifest);
  for (const [key, chunk] of entries) if (chunk.isEntry) add(key);
  for (const name of names) {
    const found = entries.find(([, chunk]) => nameOf(chunk) === name);
    if (!found) throw new Error(`size-budgets.json: no chunk is called "${name}".`);
    add(found[0]);
  }
  return [...files];
}

/** @param {string} key of the manifest: for a chunk with one module that is imported on demand, that module @param {string} name */
function kindOf(key, name) {
  if (key.startsWith('src/localization/generated/')) return 'locale';
  if (name.startsWith('phone-numbers')) return 'phone numbers';
  return name === 'app' ? 'app' : 'extra';
}

/**
 * What is loaded together, without the data that the server puts into the document and without the hashes of the files, which are
 * weighed on their own; then every other chunk.
 * @param {Budgets['loads']} loads
 * @returns {Weight[]}
 */
export function weigh(loads) {
  const html = read('index.html');
  const bytesOf = (/** @type {string} */ file) => brotliSize(file === 'index.html' ? withoutIntegrity(html) : read(file));
  const chunks = Object.entries(readManifest())
    .filter(([, { isEntry }]) => !isEntry)
    .map(([key, chunk]) => ({ name: nameOf(chunk), kind: kindOf(key, nameOf(chunk)), bytes: bytesOf(chunk.file) }))
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
  return [
    ...Object.entries(loads).map(([name, { kind, chunks }]) => ({
      name,
      kind,
      bytes: filesLoadedWith(chunks).reduce((sum, file) => sum + bytesOf(file), 0),
    })),
    { name: 'integrity of all files', kind: 'integrity', bytes: brotliSize(html) - bytesOf('index.html') },
    ...chunks,
  ];
}

/** Smaller changes are not reported: a fraction of the recorded number, and bytes for small files. */
const tolerance = { fraction: 0.05, bytes: 100 };

/**
 * @param {readonly Weight[]} weights
 * @param {Pick<Budgets, 'limits' | 'recorded'>} budgets
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
  const gone = Object.keys(recorded).filter((name) => !weights.some((weight) => weight.name === name));
  return [...compared, ...gone.map((name) => ({ name, kind: '', bytes: 0, recorded: recorded[name] ?? 0, problem: 'gone' }))];
}

/**
 * @param {number} bytes
 * @param {number | undefined} limit
 * @param {number | undefined} known
 */
function problemOf(bytes, limit, known) {
  if (limit !== undefined && bytes > limit) return 'over the limit';
  if (known === undefined) return 'not recorded';
  const allowed = Math.max(known * tolerance.fraction, tolerance.bytes);
  if (Math.abs(bytes - known) <= allowed) return undefined;
  return bytes > known ? 'much heavier than recorded' : 'much lighter than recorded';
}

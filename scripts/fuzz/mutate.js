/** Changes valid documents into hostile ones, by few changes at a time: what fails can be read from them. */
import fc from 'fast-check';
import { hostileName, hostileText, hostileValue, nested } from './hostile.js';

/** @typedef {readonly (string | number)[]} Path */
/** @typedef {{ kind: string, at: number, other: number, name: string, text: string, value: unknown }} Change */

const kinds = ['replace', 'replace', 'replace', 'delete', 'text', 'add', 'rename', 'swap', 'repeat', 'retype', 'nest'];

/** @type {fc.Arbitrary<readonly Change[]>} */
export const changes = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(9_999),
    other: fc.nat(9_999),
    name: hostileName,
    text: hostileText,
    value: hostileValue,
  }),
  { minLength: 1, maxLength: 6 },
);

const isObject = (/** @type {unknown} */ value) => typeof value === 'object' && value !== null;

/**
 * Every place in a document, the document itself last.
 * @param {unknown} value
 * @param {Path} [path]
 * @returns {Path[]}
 */
export function pathsOf(value, path = []) {
  if (!isObject(value)) return [path];
  return [...Object.entries(/** @type {object} */ (value)).flatMap(([key, it]) => pathsOf(it, [...path, key])), path];
}

/** @param {unknown} document @param {Path} path */
const read = (document, path) =>
  path.reduce((/** @type {any} */ value, key) => (isObject(value) ? value[key] : undefined), document);

/** Sets a property of any name, `__proto__` too, as JSON.parse does. */
function put(/** @type {object} */ target, /** @type {string | number} */ key, /** @type {unknown} */ value) {
  if (Array.isArray(target) && !(Number(key) >= 0)) return;
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * A copy in which a function has changed the copied parent of a place; the document itself where there is no such place.
 * @param {any} document
 * @param {Path} path
 * @param {(parent: any, key: string | number) => void} change
 */
function within(document, path, change) {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(document)) return document;
  const copy = Array.isArray(document) ? [...document] : { ...document };
  if (rest.length === 0) change(copy, key);
  else if (Object.hasOwn(copy, key)) put(copy, key, within(copy[key], rest, change));
  return copy;
}

/** A text as a number, a number as a text, one as a list of one, a list as an object. */
function retyped(/** @type {unknown} */ value) {
  if (typeof value === 'string') return value.length % 2 ? [value] : Number(value);
  if (Array.isArray(value)) return { ...value };
  return isObject(value) ? Object.values(/** @type {object} */ (value)) : String(value);
}

/**
 * @param {any} document
 * @param {readonly Path[]} paths
 * @param {Change} change
 */
function applied(document, paths, { kind, at, other, name, text, value }) {
  const path = paths[at % paths.length] ?? [];
  const before = read(document, path);
  /** @param {unknown} to */
  const replaced = (to) => (path.length === 0 ? to : within(document, path, (parent, key) => put(parent, key, to)));
  switch (kind) {
    case 'delete':
      return within(document, path, (parent, key) => void delete parent[key]);
    case 'text':
      return replaced(typeof before === 'string' && other % 2 ? before + text : text);
    case 'add':
      return within(document, path, (parent) => (Array.isArray(parent) ? parent.push(value) : put(parent, name, value)));
    case 'rename':
      return within(document, path, (parent, key) => {
        delete parent[key];
        put(parent, name, before);
      });
    case 'swap':
      return replaced(read(document, paths[other % paths.length] ?? []));
    case 'repeat':
      return Array.isArray(before)
        ? replaced(
            Array.from({ length: 2 + (other % 200) }, () => before)
              .flat()
              .slice(0, 2_000),
          )
        : replaced([before, before]);
    case 'retype':
      return replaced(retyped(before));
    case 'nest':
      return replaced(nested(before, other % 40 ? 1 + (other % 5) : 10_000, other % 2 === 0));
    default:
      return replaced(value);
  }
}

/**
 * @param {unknown} document
 * @param {readonly Path[]} paths of the document, see `pathsOf`
 * @param {readonly Change[]} list
 */
export const mutated = (document, paths, list) => list.reduce((it, change) => applied(it, paths, change), document);

/**
 * One of some documents with some changes. What is made holds the changes too, for whoever has to find out what was wrong.
 * @param {readonly unknown[]} documents
 * @returns {fc.Arbitrary<{ base: number, changes: readonly Change[] }>}
 */
export const mutations = (documents) => fc.record({ base: fc.nat(documents.length - 1), changes });

/** @param {readonly unknown[]} documents */
export function mutator(documents) {
  const paths = documents.map((document) => pathsOf(document));
  return (/** @type {{ base: number, changes: readonly Change[] }} */ { base, changes: list }) =>
    mutated(documents[base], paths[base] ?? [], list);
}

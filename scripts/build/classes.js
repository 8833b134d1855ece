/** The CSS classes that pages may select, read from the markup in `src`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from '../files.js';

const isMarkup = (/** @type {string} */ file) =>
  file.endsWith('.ts') && !/\.(test|test-helper|styles)\.ts$|\/(testing|generated)\//.test(file);

/** @returns {readonly (readonly [name: string, files: readonly string[]])[]} each class, and the files whose markup carries it */
export function classes() {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const file of ['src/app', 'src/screens', 'src/elements'].flatMap((folder) => filesBelow(folder, isMarkup))) {
    for (const [, text = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(/\bclass=("[^"]*"|\$\{[^}]*\})/g)) {
      for (const [name] of text.matchAll(/\b(?:sie-|logto_)[a-z-]+/g)) found.set(name, (found.get(name) ?? new Set()).add(file));
    }
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([name, files]) => [name, [...files].sort()]);
}

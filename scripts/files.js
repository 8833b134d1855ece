/** Small helpers over the file tree, as Node 20 has no glob of its own. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Paths of all files below a folder, relative to the repository, with `/`, sorted; none when the folder does not exist.
 * @param {string} folder relative to the repository
 * @param {(file: string) => boolean} [accept]
 */
export function filesBelow(folder, accept = () => true) {
  /** @type {string[]} */
  const files = [];
  /** @param {string} current */
  const walk = (current) => {
    for (const entry of readdirSync(path.join(root, current), { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === 'dist') continue;
      const file = `${current}/${entry.name}`;
      if (entry.isDirectory()) walk(file);
      else if (accept(file)) files.push(file);
    }
  };
  if (existsSync(path.join(root, folder))) walk(folder);
  return files.sort();
}

/**
 * Time of the latest change, in milliseconds since the epoch; 0 when there is no file.
 * @param {readonly string[]} files relative to the repository
 */
export function lastChange(files) {
  return Math.max(0, ...files.map((file) => (existsSync(path.join(root, file)) ? statSync(path.join(root, file)).mtimeMs : 0)));
}

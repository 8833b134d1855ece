/**
 * @typedef {object} Modules
 * @property {(id: string) => { readonly importedIds: readonly string[] } | null} getModuleInfo
 */

/**
 * @param {string} id
 * @param {Modules} modules
 * @param {Set<string>} found
 */
function staticImports(id, modules, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) staticImports(imported, modules, found);
  return found;
}

/**
 * One chunk for everything that the entry needs at once. Left alone, the bundler gives every module that a lazy chunk shares
 * with the entry a chunk of its own, and the first screen waits for a dozen small files.
 * @param {string} entry absolute path of the entry module
 */
export function firstScreen(entry) {
  /** @type {Set<string> | undefined} */
  let needed;
  return {
    debugName: 'first screen',
    /**
     * @param {string} id
     * @param {Modules} modules
     */
    name(id, modules) {
      needed ??= staticImports(entry, modules);
      return needed.has(id) ? 'first-screen' : null;
    },
  };
}

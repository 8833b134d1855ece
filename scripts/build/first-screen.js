/**
 * Vite plugins that keep the first screen in one file: everything that `src/hosted.ts` imports statically. Left to itself the
 * bundler moves what lazy chunks share into files of their own, each of them one more request before the first paint.
 * @returns {{ plugin: import('vite').Plugin, belongs: (id: string) => boolean }}
 */
export function firstScreen() {
  /** @type {Set<string>} */
  const modules = new Set();
  return {
    belongs: (id) => modules.has(id),
    plugin: {
      name: 'first-screen',
      apply: 'build',
      buildEnd() {
        /** @param {string} id */
        const collect = (id) => {
          if (modules.has(id)) return;
          modules.add(id);
          this.getModuleInfo(id)?.importedIds.forEach(collect);
        };
        const entry = [...this.getModuleIds()].find((id) => id.endsWith('/src/hosted.ts'));
        if (entry) collect(entry);
      },
    },
  };
}

/**
 * Without styles or preloads of their own lazy chunks need nothing but `import()`: 0.7 kB less in the first file.
 * @returns {import('vite').Plugin}
 */
export function plainDynamicImports() {
  return {
    name: 'plain-dynamic-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
  };
}

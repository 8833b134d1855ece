/**
 * Import borders: which folder of `src` may import which, and no cycles. `npm run check` runs them (`npm run check:imports` alone).
 * Everything that is not allowed here is forbidden. A `comment` is what the author of a violation reads, so each says where the
 * code should go instead. Tests and test helpers may import anything.
 */

/**
 * @typedef {object} Border
 * @property {readonly string[]} [folders] other folders or modules below `src` whose values may be imported; `shared` always may
 * @property {readonly string[]} [types] folders of which only types may be imported
 * @property {readonly string[]} [packages] npm packages
 * @property {string} instead where the code should go instead
 */

/** @type {Readonly<Record<string, Border>>} */
export const borders = {
  shared: {
    packages: ['zod/mini'],
    instead: 'Every folder imports src/shared, so it imports none of them: pass the value in as a parameter.',
  },
  client: {
    packages: ['zod/mini'],
    instead: 'The client only speaks HTTP: pass what it needs as an option of createClient or as a parameter.',
  },
  platform: {
    // What the tenant configured, as the captcha and Google One Tap take it.
    types: ['client/schemas'],
    packages: ['libphonenumber-js', 'zod/mini'],
    instead:
      'A platform port wraps a browser API and knows nothing else of src but types of settings: let its caller pass the value in.',
  },
  flow: {
    folders: ['client'],
    types: ['platform'],
    packages: ['zod/mini'],
    instead:
      'The flow decides and does not render: move what is visible into a screen, texts into src/localization, and browser APIs behind an interface in src/platform that the app passes in (import only its type).',
  },
  localization: {
    packages: ['lit', '@lit/localize'],
    instead:
      'Localization maps codes to texts and knows nothing else of src: let the screen or the app pass codes and values in.',
  },
  theme: {
    packages: ['lit'],
    instead: 'The theme contains only styles: move code that reads settings or texts into src/app.',
  },
  elements: {
    folders: ['theme', 'localization', 'platform/phone-numbers'],
    packages: ['lit'],
    instead:
      'An element does not know the flow or the client: take data as a property and dispatch an event; the screen talks to the flow.',
  },
  screens: {
    // Pure functions over the settings; a screen that is loaded on demand brings the ones it needs.
    folders: ['elements', 'localization', 'flow/policy', 'client/schemas'],
    types: ['flow', 'platform'],
    packages: ['lit'],
    instead:
      'A screen renders its state and sends commands: call this.flow.do.…; move requests into a flow command and browser APIs into src/platform.',
  },
};

/** @type {import('dependency-cruiser').DependencyType[]} */
const typeOnly = ['type-only'];

/** Left out of the graph. */
const tests = '[.](test|spec|test-helper)[.]ts$|/testing/|^demo/e2e/';

const below = (/** @type {readonly string[]} */ folders) => folders.map((name) => `^src/${name}(/|[.]|-library[.])`);

/** @param {[string, Border]} border */
function rulesOf([folder, { folders = [], types = [], packages = [], instead }]) {
  const from = { path: `^src/${folder}/` };
  const values = [...below([folder, 'shared', ...folders]), ...packages.map((name) => `node_modules/${name}/`)];
  return [
    { name: `imports-of-${folder}`, comment: instead, from, to: { pathNot: [...values, ...below(types)] } },
    ...(types.length > 0
      ? [
          {
            name: `type-imports-of-${folder}`,
            comment: instead,
            from,
            to: { path: below(types), pathNot: values, dependencyTypesNot: typeOnly },
          },
        ]
      : []),
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(borders).flatMap(rulesOf),
    {
      name: 'no-import-between-screens',
      comment: 'Screens do not import each other: share through elements/templates, and go to another step with a flow command.',
      from: { path: '^src/screens/', pathNot: '/(registry|later-screens)[.]ts$' },
      to: { path: '^src/screens/[^/]+-screen[.]ts$' },
    },
    {
      name: 'only-public-modules-in-demo',
      comment: 'The demo imports what users can import: export it from src/index.ts, src/client/index.ts or src/flow/index.ts.',
      from: { path: '^demo/' },
      to: { path: '^src/', pathNot: '^src/(index|define|client/index|flow/index)[.]ts$' },
    },
    {
      name: 'no-cycle',
      comment: 'Two modules that need each other, if only for types, are read together: move what both need into a third module.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-folder-cycle',
      comment: 'Two folders that need each other are one folder: merge them, or move what both need into a third one.',
      scope: /** @type {const} */ ('folder'),
      from: { path: '^src/' },
      to: { circular: true },
    },
  ].map((rule) => ({ severity: /** @type {const} */ ('error'), ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: tests },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};

/**
 * Who may import whom inside `src`, as lint rules whose messages say where the code should go instead. Everything that is not
 * allowed here is forbidden; tests are free.
 */

/**
 * @typedef {object} Border
 * @property {readonly string[]} packages npm packages, sub-paths included
 * @property {readonly string[]} folders folders of `src`, or single modules as `folder/module.ts`
 * @property {readonly string[]} [types] folders that only `import type` may name
 * @property {string} instead what to do instead
 */

/** @type {Readonly<Record<string, Border>>} */
export const borders = {
  shared: {
    packages: [],
    folders: [],
    instead: 'What everybody may import imports nothing: let the caller hand in the value.',
  },
  client: {
    packages: ['zod/mini'],
    folders: [],
    instead:
      'The client speaks HTTP and knows nothing else of ours: take what it needs as an option of createClient or as a parameter.',
  },
  platform: {
    packages: ['libphonenumber-js'],
    folders: [],
    instead: 'A platform port knows the browser and nothing of ours: let its caller hand it the value.',
  },
  flow: {
    packages: [],
    folders: ['client'],
    types: ['platform'],
    instead:
      'The flow decides and never draws: a visible thing belongs into a screen, a word into localization, a browser API behind an interface in platform that the app hands in (import its type only).',
  },
  localization: {
    packages: ['lit'],
    folders: [],
    instead: 'Localization knows words and languages: hand it codes and values from the screen or the app.',
  },
  theme: {
    packages: ['lit'],
    folders: [],
    instead: 'The theme is style alone: what reads settings or words belongs into app.',
  },
  elements: {
    packages: ['lit'],
    folders: ['theme', 'localization', 'platform/phone-numbers.ts'],
    instead:
      'An element knows nothing of where it stands: take data as a property, tell what the person did with an event; the screen talks to the flow.',
  },
  screens: {
    packages: ['lit'],
    // Pure functions of the settings: a screen that comes late brings those that it needs.
    folders: ['elements', 'localization', 'flow/policy', 'client/schemas'],
    types: ['flow', 'platform'],
    instead:
      'A screen shows its state and sends commands: call flow.do.…, which is handed in; requests belong into a flow command, browser APIs into platform.',
  },
};

const layers = ['shared', 'client', 'flow', 'platform', 'localization', 'theme', 'elements', 'screens', 'app'];

const escape = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Matches import specifiers that cross the border.
 * @param {string} folder
 * @param {Border} border
 * @param {boolean} asType whether it is an `import type`
 */
function forbidden(folder, { packages, folders, types = [] }, asType) {
  const open = ['shared', ...folders, ...(asType ? types : [])].map((name) =>
    name.endsWith('.ts') ? `${escape(name)}$` : `${name}/`,
  );
  const others = layers.filter((name) => name !== folder).join('|');
  const except = open.length > 0 ? `(?!${open.join('|')})` : '';
  return [`^(?:\\.\\./)+${except}(?:${others})/`, `^(?!\\.)(?!(?:${packages.map(escape).join('|')})(?:/|$))`];
}

const unsafe = {
  group: ['lit/directives/unsafe-*', 'lit/static-html.js'],
  message: 'Text becomes markup here: bind it as text, and build structure from templates.',
};

const important = {
  selector: 'TemplateElement[value.raw=/!\\s*important/]',
  message: 'Tenants override us without !important: lower the specificity with :where() or use a layer.',
};

/** Ways to turn text into markup or code. */
const markup = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\son[a-z]+=/]',
    message: 'Inline handlers break a strict Content-Security-Policy: bind the event with @.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Text becomes markup here: render a template.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'Text becomes markup here: render a template.',
  },
  {
    selector: 'Literal[regex.pattern=/[(][?]<[=!]/]',
    message: 'Safari before 16.4 has no look-behind (docs/decisions/0009-browser-floor.md).',
  },
];

/** Ways to make a form that could leave by itself, with what is filled in. */
const ownForms = [
  'TaggedTemplateExpression TemplateElement[value.raw=/<form(?![-\\w])/]',
  "CallExpression[callee.property.name=/^createElement(NS)?$/] Literal[value='form']",
].map((selector) => ({ selector, message: 'A form is made by `form` of elements/templates/form.ts, which lets nothing leave.' }));

/**
 * Library functions that browsers above the floor of decision 9 (Chromium 93, Firefox 98, Safari 15.4) may lack. They are not
 * compiled away, and one in a `render()` is a blank page. Properties alone, because the type of a value is not looked at.
 */
const tooYoung = [
  ...['canParse', 'parse'].map((property) => ({ object: 'URL', property })),
  ...['any', 'timeout'].map((property) => ({ object: 'AbortSignal', property })),
  ...['withResolvers', 'try'].map((property) => ({ object: 'Promise', property })),
  ...['Object', 'Map'].map((object) => ({ object, property: 'groupBy' })),
  { object: 'Array', property: 'fromAsync' },
  { object: 'Response', property: 'json' },
  { object: 'Intl', property: 'Segmenter' },
  ...['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'isWellFormed', 'toWellFormed'].map((property) => ({
    property,
  })),
].map((name) => ({ ...name, message: 'Younger than the browsers we support (docs/decisions/0009-browser-floor.md).' }));

/** Two parsers that disagree about a text are how an address gets past a check. */
const urls = {
  selector: "NewExpression[callee.name='URL']",
  message:
    'Untrusted text becomes a URL in src/shared/web-address.ts alone: call parseWebUrl or one of its neighbours, and use what it answers.',
};

const pageGlobals = [
  'window',
  'document',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'customElements',
];

/** One screen must not know another: what they share is a template or an element. */
const noOtherScreens = {
  regex: '^\\./.*-screen\\.ts$',
  message: 'Screens do not know each other: share through elements/templates, move on with a flow command.',
};

/** @param {string} folder */
function rulesOf(folder) {
  const border = /** @type {Border} */ (borders[folder]);
  const message = border.instead;
  const values = forbidden(folder, border, false);
  const types = forbidden(folder, border, true);
  const open = border.folders.map((name) => `${escape(name)}(?:/|$)`).join('|') || '$';
  return {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          unsafe,
          ...types.map((regex) => ({ regex, message })),
          ...(border.types
            ? [{ regex: `^(?:\\.\\./)+(?!${open})(?:${border.types.join('|')})/`, message, allowTypeImports: true }]
            : []),
          ...(folder === 'screens' ? [noOtherScreens] : []),
        ],
      },
    ],
    'no-restricted-syntax': [
      'error',
      important,
      urls,
      ...markup,
      ...ownForms,
      // no-restricted-imports does not look at import(). A selector ends at the first slash of its pattern, escaped or not.
      ...values.map((regex) => ({
        selector: `ImportExpression[source.value=/${regex.replaceAll(/\\?\//g, '\\x2f')}/]`,
        message,
      })),
    ],
    ...(['client', 'flow', 'shared'].includes(folder) && {
      'no-restricted-globals': ['error', ...pageGlobals.map((name) => ({ name, message }))],
    }),
  };
}

/** Tests and what only tests use. */
export const testFiles = [
  '**/*.test.ts',
  '**/*.spec.ts',
  '**/*.fake.ts',
  '**/*.harness.ts',
  '**/*.test-helper.ts',
  '**/testing/**/*.ts',
  'demo/e2e/**/*.ts',
];

/** Lint configuration of every folder. */
export const borderConfigs = [
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [unsafe] }],
      'no-restricted-syntax': ['error', important, urls, ...markup, ...ownForms],
      'no-restricted-properties': ['error', ...tooYoung],
    },
  },
  ...Object.keys(borders).map((folder) => ({ files: [`src/${folder}/**/*.ts`], rules: rulesOf(folder) })),
  {
    files: ['src/shared/web-address.ts'],
    rules: { 'no-restricted-syntax': ['error', important, ...markup] },
  },
  {
    // The registration of a screen, and the list of all of them, are the two places that name screens.
    files: ['src/screens/*.define.ts', 'src/screens/registry.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            unsafe,
            ...forbidden('screens', /** @type {Border} */ (borders['screens']), true).map((regex) => ({
              regex,
              message: /** @type {Border} */ (borders['screens']).instead,
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['demo/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...markup],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            unsafe,
            {
              regex: '^(?:\\.\\./)+src/(?!(?:index|define|client/index|flow/index)\\.ts$)',
              message: 'The demo uses what everybody can: export it from src/index.ts, src/client/index.ts or src/flow/index.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    files: testFiles,
    rules: {
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
          message: 'A test that sleeps is slow or flaky: await what it waits for (updateComplete, oneEvent, waitUntil).',
        },
        {
          selector: "CallExpression[callee.name='aTimeout']",
          message: 'A test that sleeps is slow or flaky: await what it waits for (updateComplete, oneEvent, waitUntil).',
        },
      ],
    },
  },
];

/**
 * What our code does not do although the language allows it, as configuration of ESLint's own `no-restricted-…` rules. Which folder
 * may import which is in `.dependency-cruiser.js`.
 */

const unsafe = {
  group: ['lit/directives/unsafe-*', 'lit/static-html.js'],
  message: 'This parses text as markup: bind it as text, and build structure from templates.',
};

const important = {
  selector: 'TemplateElement[value.raw=/!\\s*important/]',
  message: 'Tenants could not override this: lower the specificity with :where() or use a layer instead of !important.',
};

/** Ways to turn text into markup or code. */
const markup = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\son[a-z]+=/]',
    message: 'A strict Content-Security-Policy blocks inline handlers: bind the event with @.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'This parses text as markup: render a template.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'This parses text as markup: render a template.',
  },
  {
    selector: 'Literal[regex.pattern=/[(][?]<[=!]/]',
    message: 'Safari before 16.4 does not support look-behind (docs/decisions/0009-browser-floor.md).',
  },
];

/** A form that submits natively would put what is filled in into the address. */
const ownForms = [
  'TaggedTemplateExpression TemplateElement[value.raw=/<form(?![-\\w])/]',
  "CallExpression[callee.property.name=/^createElement(NS)?$/] Literal[value='form']",
].map((selector) => ({
  selector,
  message: 'Create forms with `form` of elements/templates/form.ts, which never submit natively.',
}));

/**
 * Library functions that browsers above the floor of decision 9 (Chromium 93, Firefox 98, Safari 15.4) may lack. They are not
 * polyfilled, and a missing one in `render()` leaves the page blank. ESLint does not know the types of values, so methods of
 * instances are restricted by name.
 */
const tooRecent = [
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
].map((name) => ({ ...name, message: 'Not in every browser that we support (docs/decisions/0009-browser-floor.md).' }));

/** Two parsers that disagree about a text are how an address gets past a check. */
const urls = {
  selector: "NewExpression[callee.name='URL']",
  message:
    'Only src/shared/web-address.ts parses untrusted URLs: call parseWebUrl or one of its neighbours, and use what it returns.',
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
].map((name) => ({
  name,
  message: 'This folder also runs without a page: move browser APIs behind an interface in src/platform that the app passes in.',
}));

const sleeping = [
  "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
  "CallExpression[callee.name='aTimeout']",
].map((selector) => ({
  selector,
  message: 'A test that sleeps is slow or flaky: await what it waits for (updateComplete, oneEvent, waitUntil).',
}));

/** Tests and what only tests use. */
export const testFiles = ['**/*.test.ts', '**/*.spec.ts', '**/*.test-helper.ts', '**/testing/**/*.ts', 'demo/e2e/**/*.ts'];

export const restrictions = [
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [unsafe] }],
      'no-restricted-syntax': ['error', ...markup],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', important, urls, ...markup, ...ownForms],
      'no-restricted-properties': ['error', ...tooRecent],
    },
  },
  {
    files: ['src/shared/**/*.ts', 'src/client/**/*.ts', 'src/flow/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...pageGlobals] },
  },
  {
    files: ['src/shared/web-address.ts'],
    rules: { 'no-restricted-syntax': ['error', important, ...markup, ...ownForms] },
  },
  {
    files: testFiles,
    rules: {
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...sleeping],
    },
  },
];

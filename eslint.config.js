import js from '@eslint/js';
import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { restrictions, testFiles } from './scripts/lint/restrictions.js';

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'coverage/', 'test-results/', 'src/localization/generated/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'demo/tsconfig.json', 'tsconfig.tools.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error', 'warn', 'info'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and booleans are readable in templates.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `return leave()` ends a function early.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // It asks for `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An empty string usually means that there is no value.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Spreading a string gives its code points, which is what we want.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      // Lit calls listeners of a template with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
      // `async` says what a function promises, also where nothing is awaited yet.
      '@typescript-eslint/require-await': 'off',
      // Narrowing ignores what may change during an `await`.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // The caller of a query names the type: `find<HTMLInputElement>('input')`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // TypeScript checks this.
      'no-undef': 'off',
      // `index['name']` is what noPropertyAccessFromIndexSignature asks for.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [wc['flat/best-practice'], lit['flat/recommended'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement', 'SieElement', 'SieScreen'] } },
    rules: {
      'lit/no-legacy-imports': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-nothing': 'error',
      // The page exists for its first field, so that has the focus; screens skip it where it harms (touch, passkeys).
      'lit-a11y/no-autofocus': 'off',
      // Safari exposes a list without bullets as a list only if it has the role.
      'lit-a11y/no-redundant-role': 'off',
      // Our base classes define every lifecycle callback.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off', 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    // Pages, and functions that run in pages.
    files: ['scripts/bench/*.js', 'scripts/measure/*.js', 'scripts/fuzz/in-page.js', 'scripts/*.test.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['demo/**/*.ts'],
    rules: {
      'no-console': 'off',
      // The API sends the values of @logto/schemas' enums as strings.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    // The search field operates the options of this listbox (aria-activedescendant).
    files: ['src/elements/country-list/country-list.ts'],
    rules: { 'lit-a11y/click-events-have-key-events': 'off' },
  },
  {
    // Declarations for code of other projects.
    files: ['**/*.d.ts'],
    rules: {
      'no-var': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/prefer-function-type': 'off',
    },
  },
  .../** @type {any[]} */ (restrictions),
  {
    files: testFiles,
    rules: {
      // chai's `expect(x).to.be.true` is an expression, and node:test's `it` returns a promise that nobody awaits.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from '../files.js';
import { restrictions } from './restrictions.js';

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parser: /** @type {any} */ (tseslint.parser) },
      plugins: { '@typescript-eslint': /** @type {any} */ (tseslint.plugin) },
    },
    .../** @type {any[]} */ (restrictions),
  ],
});

/**
 * @param {string} filePath
 * @param {string} code
 */
async function messages(filePath, code) {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ message }) => message) ?? [];
}

/**
 * @param {string} filePath
 * @param {string} code
 * @param {RegExp} expected
 */
async function refused(filePath, code, expected) {
  const found = await messages(filePath, code);
  assert.equal(found.length, 1, `${filePath}: ${code}\n${found.join('\n')}`);
  assert.match(found[0] ?? '', expected);
}

/**
 * @param {string} filePath
 * @param {string} code
 */
async function accepted(filePath, code) {
  assert.deepEqual(await messages(filePath, code), [], `${filePath}: ${code}`);
}

describe('globals of the page', () => {
  for (const folder of ['client', 'flow', 'shared']) {
    it(`${folder} cannot use globals of the page`, async () => {
      await refused(`src/${folder}/x.ts`, 'export const title = document.title;', /without a page/);
      await refused(`src/${folder}/x.ts`, 'window.addEventListener;', /without a page/);
    });
  }
  it('are free in other folders', () => accepted('src/platform/x.ts', 'export const title = document.title;'));
});

describe('markup and styles', () => {
  const element = 'src/elements/x/x.ts';

  it('are not parsed from text', async () => {
    await refused(element, "import { unsafeHTML } from 'lit/directives/unsafe-html.js';", /parses text as markup/);
    await refused('src/app/x.ts', "import { unsafeSVG } from 'lit/directives/unsafe-svg.js';", /parses text as markup/);
    await refused(element, 'element.innerHTML = text;', /parses text as markup/);
    await refused('demo/server/x.ts', "element.insertAdjacentHTML('beforeend', text);", /parses text as markup/);
    await refused('src/app/x.ts', "document.write('x');", /parses text as markup/);
  });

  it('have no inline handlers', () => refused(element, 'html`<button onclick="go()">Go</button>`;', /inline handlers/));

  it('create forms in one place only', async () => {
    await refused(element, 'html`<div><form method="dialog"></form></div>`;', /Create forms with `form`/);
    await refused('src/screens/x-screen.ts', 'html`<form>${content}</form>`;', /Create forms with `form`/);
    await refused('src/app/x.ts', "document.createElement('form');", /Create forms with `form`/);
    await accepted(element, 'html`<form-note></form-note>`;');
    await accepted('src/screens/x.test.ts', 'html`<form></form>`;');
  });

  it('do not use !important', () => refused(element, 'css`a { color: red ! important; }`;', /instead of !important/));
});

describe('addresses', () => {
  const parse = 'export const url = new URL(text);';
  it('are parsed in one place', async () => {
    for (const folder of ['client', 'platform', 'flow', 'elements', 'screens', 'app', 'shared']) {
      await refused(`src/${folder}/x.ts`, parse, /src\/shared\/web-address/);
    }
    await accepted('src/shared/web-address.ts', parse);
    await accepted('src/flow/x.test.ts', parse);
  });
});

describe('library functions', () => {
  for (const code of ['URL.canParse(text);', 'AbortSignal.any(signals);', 'names.toSorted();', 'Promise.withResolvers();']) {
    it(`that not every supported browser has are rejected: ${code}`, () =>
      refused('src/elements/x.ts', code, /Not in every browser/));
  }
  it('are free in tests', () => accepted('src/elements/x.test.ts', 'names.toSorted();'));
});

describe('tests', () => {
  it('do not sleep', async () => {
    await refused('src/elements/x.test.ts', 'await new Promise((done) => setTimeout(done, 100));', /sleeps/);
    await refused('demo/e2e/x.spec.ts', 'await aTimeout(5);', /sleeps/);
  });
});

describe('the lint configuration', () => {
  it('has the restrictions last, so that nothing weakens them', async () => {
    const config = await new ESLint({ cwd: root }).calculateConfigForFile('src/elements/code-field/code-field.ts');
    for (const rule of [
      '@typescript-eslint/no-restricted-imports',
      'no-restricted-syntax',
      'lit-a11y/alt-text',
      'wc/no-self-class',
    ]) {
      assert.equal(config.rules[rule]?.[0], 2, rule);
    }
  });
});

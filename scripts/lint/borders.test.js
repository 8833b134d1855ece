import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from '../files.js';
import { borderConfigs, borders } from './borders.js';

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parser: /** @type {any} */ (tseslint.parser) },
      plugins: { '@typescript-eslint': /** @type {any} */ (tseslint.plugin) },
    },
    .../** @type {any[]} */ (borderConfigs),
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

describe('import borders', () => {
  /** @type {readonly (readonly [from: string, code: string])[]} */
  const forbidden = [
    ['shared/web-address.ts', "import { call } from '../client/request.ts';"],
    ['shared/web-address.ts', "import { html } from 'lit';"],
    ['client/request.ts', "import { createFlow } from '../flow/index.ts';"],
    ['client/endpoints/sso.ts', "import { systemClock } from '../../platform/clock.ts';"],
    ['client/request.ts', "import type { Flow } from '../flow/index.ts';"],
    ['client/request.ts', "import { html } from 'lit';"],
    ['client/request.ts', "import * as z from 'zod';"],
    ['platform/clock.ts', "import { createClient } from '../client/index.ts';"],
    ['platform/clock.ts', "import { html } from 'lit';"],
    ['flow/flow.ts', "import { html } from 'lit';"],
    ['flow/flow.ts', "import { msg } from '../localization/words.ts';"],
    ['flow/commands/move.ts', "import { systemClock } from '../../platform/clock.ts';"],
    ['flow/flow.ts', "void import('../screens/registry.ts');"],
    ['localization/words.ts', "import type { Step } from '../flow/steps.ts';"],
    ['theme/tokens.ts', "import { msg } from '../localization/words.ts';"],
    ['elements/code-field/code-field.ts', "import type { Flow } from '../../flow/index.ts';"],
    ['elements/code-field/code-field.ts', "import { verifyCode } from '../../client/index.ts';"],
    ['elements/code-field/code-field.ts', "import { systemClock } from '../../platform/clock.ts';"],
    ['elements/code-field/code-field.ts', "void import('../../client/index.ts');"],
    ['elements/code-field/code-field.ts', "export { z } from 'zod/mini';"],
    ['screens/password-screen.ts', "import { verifyPassword } from '../client/index.ts';"],
    ['screens/password-screen.ts', "import { createFlow } from '../flow/index.ts';"],
    ['screens/password-screen.ts', "import { perform } from '../flow/perform.ts';"],
    ['screens/password-screen.ts', "import { browserNavigation } from '../platform/browser-navigation.ts';"],
    ['screens/password-screen.define.ts', "import { verifyPassword } from '../client/index.ts';"],
  ];
  for (const [file, code] of forbidden) {
    it(`keeps ${code} out of ${file} and says what to do instead`, async () => {
      const [folder = ''] = file.split('/');
      await refused(`src/${file}`, code, new RegExp(borders[folder]?.instead.slice(0, 40) ?? '^$'));
    });
  }

  /** @type {readonly (readonly [from: string, code: string])[]} */
  const allowed = [
    ...['client', 'platform', 'flow', 'localization', 'theme', 'elements', 'screens', 'app'].map(
      (folder) => /** @type {const} */ ([`${folder}/x.ts`, "import { parseUrl } from '../shared/web-address.ts';"]),
    ),
    ['client/request.ts', "import * as z from 'zod/mini';"],
    ['client/endpoints/sso.ts', "import { call } from '../request.ts';"],
    ['platform/phone-numbers.ts', "import { parse } from 'libphonenumber-js/core';"],
    ['flow/flow.ts', "import type { Clock } from '../platform/clock.ts';"],
    ['flow/commands/move.ts', "import { verifyPassword } from '../../client/endpoints/password.ts';"],
    ['elements/code-field/code-field.ts', "import { msg } from '../../localization/words.ts';"],
    ['elements/identifier-field/identifier-field.ts', "import { load } from '../../platform/phone-numbers.ts';"],
    ['screens/password-screen.ts', "import type { FlowState } from '../flow/index.ts';"],
    ['screens/password-screen.ts', "import { passwordRejections } from '../flow/policy/passwords.ts';"],
    ['screens/password-screen.ts', "import { readPasswordPolicy } from '../client/schemas/password-policy.ts';"],
    ['screens/password-screen.ts', "import { SieScreen } from './screen.ts';"],
    ['screens/password-screen.define.ts', "import { SiePasswordScreen } from './password-screen.ts';"],
    ['app/sign-in-experience.ts', "import { createFlow } from '../flow/index.ts';"],
    ['screens/password-screen.test.ts', "import { createFlow } from '../flow/index.ts';"],
  ];
  for (const [file, code] of allowed) it(`lets ${file} have ${code}`, () => accepted(`src/${file}`, code));

  it('keeps screens apart', async () => {
    await refused(
      'src/screens/password-screen.ts',
      "import { SieSignInScreen } from './sign-in-screen.ts';",
      /do not know each other/,
    );
  });

  it('lets the demo use what is public and nothing else', async () => {
    await accepted('demo/server/main.ts', "import { createClient } from '../../src/client/index.ts';");
    await refused(
      'demo/server/main.ts',
      "import { routes } from '../../src/flow/routes.ts';",
      /The demo uses what everybody can/,
    );
  });
});

describe('client and flow', () => {
  for (const folder of ['client', 'flow']) {
    it(`${folder} cannot reach for the page`, async () => {
      await refused(`src/${folder}/x.ts`, 'export const title = document.title;', /./);
      await refused(`src/${folder}/x.ts`, 'window.addEventListener;', /./);
    });
  }
  it('others can', () => accepted('src/platform/x.ts', 'export const title = document.title;'));
});

describe('markup and styles', () => {
  const element = 'src/elements/x/x.ts';

  it('are not made of text', async () => {
    await refused(element, "import { unsafeHTML } from 'lit/directives/unsafe-html.js';", /Text becomes markup/);
    await refused('src/app/x.ts', "import { unsafeSVG } from 'lit/directives/unsafe-svg.js';", /Text becomes markup/);
    await refused(element, 'element.innerHTML = text;', /Text becomes markup/);
    await refused('demo/server/x.ts', "element.insertAdjacentHTML('beforeend', text);", /Text becomes markup/);
    await refused('src/app/x.ts', "document.write('x');", /Text becomes markup/);
  });

  it('have no inline handlers', () => refused(element, 'html`<button onclick="go()">Go</button>`;', /Inline handlers/));

  it('make forms at one place alone', async () => {
    await refused(element, 'html`<div><form method="dialog"></form></div>`;', /made by `form`/);
    await refused('src/screens/x-screen.ts', 'html`<form>${content}</form>`;', /made by `form`/);
    await refused('src/app/x.ts', "document.createElement('form');", /made by `form`/);
    await accepted(element, 'html`<form-note></form-note>`;');
    await accepted('src/screens/x.test.ts', 'html`<form></form>`;');
  });

  it('never say !important', () => refused(element, 'css`a { color: red ! important; }`;', /without !important/));
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
    it(`above the floor of browsers are refused: ${code}`, () => refused('src/elements/x.ts', code, /Younger than the browsers/));
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
  it('has the rules of the borders last, so that nothing weakens them', async () => {
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

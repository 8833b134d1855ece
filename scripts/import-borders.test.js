import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { cruise } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.js';

/** Modules that the cases below import. */
const targets = [
  ...[
    'lit/index.js',
    'lit/directives/live.js',
    'zod/index.js',
    'zod/mini/index.js',
    'libphonenumber-js/core.js',
    '@lit/localize/index.js',
  ].map((file) => `node_modules/${file}`),
  ...['shared', 'client', 'platform', 'flow', 'localization', 'theme', 'elements', 'screens', 'app'].map(
    (folder) => `src/${folder}/index.ts`,
  ),
  'src/platform/phone-numbers.ts',
  'src/client/schemas/settings.ts',
  'src/flow/policy/passwords.ts',
  'src/screens/other-screen.ts',
];

/** @type {readonly (readonly [rule: string, file: string, imports: string])[]} */
const forbidden = [
  ['imports-of-shared', 'src/shared/x.ts', "import '../client/index.ts';"],
  ['imports-of-shared', 'src/shared/x.ts', "import 'lit';"],
  ['imports-of-client', 'src/client/x.ts', "import '../flow/index.ts';"],
  ['imports-of-client', 'src/client/x.ts', "import type { Flow } from '../flow/index.ts';"],
  ['imports-of-client', 'src/client/endpoints/x.ts', "import '../../platform/index.ts';"],
  ['imports-of-client', 'src/client/x.ts', "import 'lit';"],
  ['imports-of-client', 'src/client/x.ts', "import * as z from 'zod';"],
  ['imports-of-platform', 'src/platform/x.ts', "import '../client/index.ts';"],
  ['imports-of-platform', 'src/platform/x.ts', "import 'lit';"],
  ['type-imports-of-platform', 'src/platform/x.ts', "import { readSettings } from '../client/schemas/settings.ts';"],
  ['imports-of-flow', 'src/flow/x.ts', "import 'lit';"],
  ['imports-of-flow', 'src/flow/x.ts', "import '../localization/index.ts';"],
  ['imports-of-flow', 'src/flow/x.ts', "void import('../screens/index.ts');"],
  ['type-imports-of-flow', 'src/flow/sign-in/x.ts', "import { systemClock } from '../../platform/index.ts';"],
  ['imports-of-localization', 'src/localization/x.ts', "import type { Step } from '../flow/index.ts';"],
  ['imports-of-theme', 'src/theme/x.ts', "import '../localization/index.ts';"],
  ['imports-of-elements', 'src/elements/x/x.ts', "import type { Flow } from '../../flow/index.ts';"],
  ['imports-of-elements', 'src/elements/x/x.ts', "void import('../../client/index.ts');"],
  ['imports-of-elements', 'src/elements/x/x.ts', "import '../../platform/index.ts';"],
  ['imports-of-elements', 'src/elements/x/x.ts', "export { z } from 'zod/mini';"],
  ['imports-of-screens', 'src/screens/x.ts', "import '../client/index.ts';"],
  ['imports-of-screens', 'src/screens/x-screen.ts', "import '../client/index.ts';"],
  ['type-imports-of-screens', 'src/screens/x.ts', "import { createFlow } from '../flow/index.ts';"],
  ['type-imports-of-screens', 'src/screens/x.ts', "import { browserNavigation } from '../platform/index.ts';"],
  ['no-import-between-screens', 'src/screens/x-screen.ts', "import { SieOtherScreen } from './other-screen.ts';"],
  ['only-public-modules-in-demo', 'demo/server/x.ts', "import '../../src/flow/policy/passwords.ts';"],
];

/** @type {readonly (readonly [file: string, imports: string])[]} */
const allowed = [
  ...['client', 'platform', 'flow', 'localization', 'theme', 'elements', 'screens', 'app'].map(
    (folder) => /** @type {const} */ ([`src/${folder}/x.ts`, "import '../shared/index.ts';"]),
  ),
  ['src/client/x.ts', "import * as z from 'zod/mini';"],
  ['src/platform/x.ts', "import { parse } from 'libphonenumber-js/core.js';"],
  ['src/platform/x.ts', "import type { Settings } from '../client/schemas/settings.ts';"],
  ['src/flow/x.ts', "import { type Clock } from '../platform/index.ts';"],
  ['src/flow/x.ts', "import '../client/index.ts';"],
  ['src/localization/x.ts', "import '@lit/localize';"],
  ['src/elements/x/x.ts', "import 'lit/directives/live.js'; import '../../localization/index.ts';"],
  ['src/elements/x/x.ts', "import '../../platform/phone-numbers.ts';"],
  ['src/screens/x.ts', "import type { FlowState } from '../flow/index.ts';"],
  ['src/screens/x.ts', "import '../flow/policy/passwords.ts'; import '../client/schemas/settings.ts';"],
  ['src/screens/registry.ts', "import './other-screen.ts';"],
  ['src/screens/later-screens.ts', "import './other-screen.ts';"],
  ['src/screens/x-screen.test.ts', "import { createFlow } from '../flow/index.ts';"],
  ['src/app/x.ts', "import '../flow/index.ts'; import '../screens/index.ts';"],
  ['demo/server/x.ts', "import '../../src/client/index.ts';"],
];

const folders = /** @type {string[]} */ ([]);
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/**
 * @param {Readonly<Record<string, string>>} files path → source
 * @returns {Promise<import('dependency-cruiser').IViolation[]>}
 */
async function violations(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'imports-'));
  folders.push(folder);
  const all = { ...Object.fromEntries(targets.map((file) => [file, 'export {};'])), ...files };
  for (const [file, source] of Object.entries(all)) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), source);
  }
  mkdirSync(path.join(folder, 'demo'), { recursive: true });
  const { forbidden, options } = configuration;
  const { output } = await cruise(['src', 'demo'], {
    ...options,
    baseDir: folder,
    ruleSet: { forbidden: [...(forbidden ?? [])] },
    validate: true,
  });
  assert.ok(typeof output === 'object');
  return output.summary.violations;
}

describe('import borders', () => {
  for (const [rule, file, source] of forbidden) {
    it(`reject ${source} in ${file}`, async () => {
      const found = await violations({ [file]: source });
      assert.deepEqual(
        found.map(({ rule: { name } }) => name),
        [rule],
      );
    });
  }

  for (const [file, source] of allowed) {
    it(`accept ${source} in ${file}`, async () => assert.deepEqual(await violations({ [file]: source }), []));
  }

  it('reject modules that import each other, types included', async () => {
    for (const source of ["import './a.ts';", "import type { A } from './a.ts';"]) {
      const cycle = await violations({ 'src/flow/a.ts': "import './b.ts';", 'src/flow/b.ts': source });
      assert.deepEqual([...new Set(cycle.map(({ rule }) => rule.name))], ['no-cycle']);
    }
  });

  it('reject folders that import each other, types included', async () => {
    const found = await violations({
      'src/flow/a/one.ts': "import '../b/one.ts';",
      'src/flow/a/two.ts': '',
      'src/flow/b/one.ts': '',
      'src/flow/b/two.ts': "import type { A } from '../a/two.ts';",
    });
    assert.deepEqual([...new Set(found.map(({ rule }) => rule.name))], ['no-folder-cycle']);
  });

  it('are all covered by a case above, and each says what to do instead', () => {
    const covered = new Set([...forbidden.map(([rule]) => rule), 'no-cycle', 'no-folder-cycle']);
    for (const { name, comment } of configuration.forbidden ?? []) {
      assert.ok(covered.has(name ?? ''), name);
      assert.match(comment ?? '', /: .{20}/, name);
    }
  });
});

/** What `npm run new step` writes: formatted, and complete but for the decisions that the compiler then asks for. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { check, resolveConfig } from 'prettier';
import ts from 'typescript';
import { root } from './files.js';
import { newStep } from './new.js';

/**
 * Type-checks files as if they were on the disk.
 * @param {ReadonlyMap<string, string>} files contents by path, relative to the repository
 * @returns {string[]} errors in these files: `src/a.ts: message`
 */
function errorsIn(files) {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src/**/*.d.ts'] }, ts.sys, root);
  const contents = new Map([...files].map(([file, text]) => [path.join(root, file), text]));
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...contents.keys()], options, {
    ...host,
    // The compiler looks for files only in folders that exist.
    directoryExists: () => true,
    fileExists: (file) => contents.has(file) || host.fileExists(file),
    readFile: (file) => contents.get(file) ?? host.readFile(file),
    getSourceFile(file, target) {
      const text = contents.get(file);
      return text === undefined ? host.getSourceFile(file, target) : ts.createSourceFile(file, text, target);
    },
  });
  return [...contents.keys()].flatMap((file) =>
    [
      ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
      ...program.getSemanticDiagnostics(program.getSourceFile(file)),
    ].map(({ messageText }) => `${path.relative(root, file)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
}

for (const [title, journey, folder] of [
  ['in a journey of its own', undefined, 'example'],
  ['in a journey that exists', 'sign-in', 'sign-in'],
]) {
  describe(`npm run new step, ${title}`, async () => {
    const files = await newStep('example-step', journey);

    it('writes definition, command, screen and test, and adds the step to the lists', () => {
      const always = [
        `src/flow/steps/${folder}.ts`,
        `src/flow/${folder}/commands.ts`,
        'src/flow/action.ts',
        'src/flow/commands.ts',
        'src/screens/example-step-screen.ts',
        'src/screens/example-step-screen.test.ts',
        'src/screens/registry.ts',
        'src/screens/later-screens.ts',
        'src/screens/testing/sample-steps.ts',
        'src/flow/testing/outcomes-in-words.ts',
      ];
      const lists = journey ? [] : ['src/flow/steps/index.ts'];
      assert.deepEqual([...files.keys()].sort(), [...always, ...lists].sort());
    });

    it('leaves formatted files', async () => {
      for (const [name, text] of files) {
        const filepath = path.join(root, name);
        assert.ok(await check(text, { ...(await resolveConfig(filepath)), filepath }), name);
      }
    });

    it('compiles but for what its author decides: the compiler names each decision', () => {
      const [definition = '', command = '', heading = '', ...others] = errorsIn(files);
      assert.match(definition, /missing the following properties .*: paths, previous, inputs, singleUse, available$/);
      assert.match(command, /commands\.ts: .*missing the following properties .*: needsAgreement, once, run$/);
      assert.match(heading, /example-step-screen\.ts: .*abstract member heading/);
      assert.deepEqual(others, []);
    });
  });
}

describe('npm run new step', () => {
  it('refuses a step that exists, and names that are no names', async () => {
    await assert.rejects(newStep('password'), /There is a step "password"/);
    await assert.rejects(newStep('account-check'), /There is a step "account-check"/);
    await assert.rejects(newStep('MfaTotp'), /not in kebab-case/);
    await assert.rejects(newStep('mfa-totp', '../elsewhere'), /not in kebab-case/);
  });
});

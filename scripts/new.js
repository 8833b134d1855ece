/**
 * `npm run new step <name> [journey]` writes what a step with a form consists of and adds it to the lists that name every step.
 * What only its author knows (its addresses, its inputs, its heading, its command) is left out, and the compiler asks for it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { root } from './files.js';

const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @param {string} name in kebab-case @returns in PascalCase */
const pascalCase = (name) => name.replaceAll(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase());

/** @param {string} name in kebab-case @returns in camelCase */
const camelCase = (name) => name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());

/**
 * Every file that the new step needs or changes.
 * @param {string} name of the step, in kebab-case: `mfa-totp`
 * @param {string} [journey] file of `src/flow/steps` that defines it; the first word of the name where there is none
 * @returns {Promise<Map<string, string>>} new contents by path, relative to the repository
 * @throws {Error} when a name is not in kebab-case, when the step exists, or when a list does not look as expected
 */
export async function newStep(name, journey = /** @type {string} */ (name.split('-')[0])) {
  for (const word of [name, journey]) if (!kebabCase.test(word)) throw new Error(`"${word}" is not in kebab-case.`);
  const screenFile = `src/screens/${name}-screen.ts`;
  const registryFile = 'src/screens/registry.ts';
  if (existsSync(path.join(root, screenFile)) || hasKey(read(registryFile), name)) throw new Error(`There is a step "${name}".`);

  const stepsFile = `src/flow/steps/${journey}.ts`;
  const sample = `'${name}': { name: '${name}' },`;
  const tag = `sie-${name}-screen`;
  /** @type {Map<string, string>} */
  const files = new Map([
    ...(existsSync(path.join(root, stepsFile))
      ? [addToJourney(stepsFile, name, journey)]
      : [created(stepsFile, journeyOf(name, journey)), ...listJourney(journey)]),
    created(screenFile, screenOf(name, tag)),
    created(`src/screens/${name}-screen.test.ts`, screenTestOf(name)),
    change(registryFile, [/(?=\n[^\n]*: progress,)/, `\n  '${name}': screen('${tag}'),`]),
    addToLaterScreens(`./${name}-screen.ts`),
    change('src/screens/testing/sample-steps.ts', [
      /(?=\n};)/,
      `\n  '${name}': { step: ${sample.slice(sample.indexOf('{'), -1)} },`,
    ]),
    change('src/flow/testing/outcomes-in-words.ts', [/(?=\n} as const satisfies)/, `\n  ${sample}`]),
  ]);
  for (const [file, text] of files) {
    const options = await resolveConfig(path.join(root, file));
    files.set(file, await format(text, { ...options, filepath: file }));
  }
  return files;
}

/** @param {string} file relative to the repository */
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** @param {string} text @param {string} key of an object literal */
const hasKey = (text, key) => new RegExp(`\\n  '?${key}'?: `).test(text);

/** @param {string} file @param {string} text @returns {[file: string, text: string]} */
const created = (file, text) => [file, text];

/**
 * Inserts texts into a file.
 * @param {string} file
 * @param {...(readonly [place: RegExp, text: string])} insertions each at the first match of `place`, which consumes nothing
 * @returns {[file: string, text: string]}
 */
function change(file, ...insertions) {
  let text = read(file);
  for (const [place, addition] of insertions) {
    if (!place.test(text)) throw new Error(`${file} has no place for ${addition.trim()}: scripts/new.js looks for ${place}.`);
    text = text.replace(place, () => addition);
  }
  return [file, text];
}

/** Adds a screen to those that are loaded together, in alphabetical order. @param {string} screenModule */
const addToLaterScreens = (screenModule) => {
  const file = 'src/screens/later-screens.ts';
  const following = [...read(file).matchAll(/(?<=^import ')[^']+/gm)].map(([it]) => it).find((it) => it > screenModule);
  return change(file, [following ? new RegExp(`(?=import '${following}')`) : /$/, `import '${screenModule}';\n`]);
};

/** The data of a step, as a member of its journey's interface. @param {string} name */
const dataOf = (name) => `  /** What its screen needs to know; \`object\` for nothing. */\n  '${name}': object;`;

/** The definition of a step, without the members that only its author knows. @param {string} name */
const definitionOf = (name) => `  '${name}': {
    restore: () => ({ name: '${name}' }),
    run: undefined,
  },`;

/** @param {string} name @param {string} journey */
const journeyOf = (name, journey) => `import type { StepDefinitions } from './definition.ts';

export interface ${pascalCase(journey)}Steps {
${dataOf(name)}
}

export const ${camelCase(journey)}Steps: StepDefinitions<${pascalCase(journey)}Steps> = {
${definitionOf(name)}
};
`;

/** @param {string} file @param {string} name @param {string} journey */
const addToJourney = (file, name, journey) =>
  change(
    file,
    [new RegExp(`(?<=export interface ${pascalCase(journey)}Steps {.*?)(?=\\n})`, 's'), `\n${dataOf(name)}`],
    [new RegExp(`(?<=export const ${camelCase(journey)}Steps: .*?)(?=\\n};)`, 's'), `\n${definitionOf(name)}`],
  );

/** A new journey's place among the others: before the last, whose addresses end with `*`. @param {string} journey */
const listJourney = (journey) => {
  const [type, value] = [`${pascalCase(journey)}Steps`, `${camelCase(journey)}Steps`];
  return [
    change(
      'src/flow/steps/step.ts',
      [/(?<=import type { MessageSteps } [^\n]*\n)/, `import type { ${type} } from './${journey}.ts';\n`],
      [/(?<=export interface Steps extends [^{]*)(?=MessageSteps)/, `${type}, `],
    ),
    change(
      'src/flow/steps/index.ts',
      [/(?<=import { messageSteps } [^\n]*\n)/, `import { ${value} } from './${journey}.ts';\n`],
      [/(?= *\.\.\.messageSteps)/, `  ...${value},\n`],
    ),
  ];
};

/** @param {string} name @param {string} tag */
const screenOf = (name, tag) => `import { html, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { msg } from '../localization/messages.ts';
import { SieScreen } from './screen.ts';

export class Sie${pascalCase(name)}Screen extends SieScreen<'${name}'> {
  protected override render(): TemplateResult {
    const { flow } = this;
    const label = msg('Continue', { id: 'action.continue' });
    const content = html\`\${button({ label, ...this.buttonState('submit${pascalCase(name)}') })} \${this.noticePart()}\`;
    return html\`\${this.header({ back: () => flow.back() })}\${form({ content, submit: this.submit, input: () => flow.dismiss() })}\`;
  }

  private readonly submit = (): void => {
    void this.flow.do.submit${pascalCase(name)}({});
  };
}

define('${tag}', Sie${pascalCase(name)}Screen);
`;

/** @param {string} name */
const screenTestOf = (name) => `import { expect } from '@open-wc/testing';
import { sampleSteps } from './testing/sample-steps.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const { step, settings = {} } = sampleSteps['${name}'];

describe('the screen of ${name}', () => {
  it('has a heading', async () => {
    const { find } = await screenFixture(step, {}, { settings });
    expect(find('.sie-title').textContent.trim()).not.to.equal('');
  });

  it('sends its command', async () => {
    const { submit } = await screenFixture(step, {}, { settings });
    expect(await submit()).to.deep.equal(['submit${pascalCase(name)}', {}]);
  });

  it('leads back', async () => {
    const { find, flow } = await screenFixture(step, {}, { settings });
    find('.sie-back').click();
    expect(flow.calls).to.deep.equal([['back']]);
  });

  for (const status of ['idle', 'busy'] as const) {
    it(\`passes axe while \${status}\`, async () => {
      const { screen } = await screenFixture(step, { status }, { settings });
      await expect(screen).to.be.accessible();
    });
  }
});
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, name, journey] = parseArgs({ allowPositionals: true }).positionals;
  if (kind !== 'step' || !name) {
    console.error('Usage: npm run new step <name> [journey], for example: npm run new step mfa-totp mfa');
    process.exit(1);
  }
  try {
    for (const [file, text] of await newStep(name, journey)) {
      const target = path.join(root, file);
      console.log(existsSync(target) ? 'changed' : 'created', file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    console.log('\nWhat is left to decide, the compiler lists: npx tsc; npx tsc -p demo');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

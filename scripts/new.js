/**
 * `npm run new step <name> [journey]` writes what a step with a form consists of and adds it to the lists that name every step
 * and every command. What only its author knows (its addresses, its inputs, its heading, what its command does) is left out, and
 * the compiler asks for it.
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
  const commandsFile = `src/flow/${journey}/commands.ts`;
  const command = `submit${pascalCase(name)}`;
  const sample = `'${name}': { name: '${name}' },`;
  const tag = `sie-${name}-screen`;
  /** @type {Map<string, string>} */
  const files = new Map([
    ...(existsSync(path.join(root, stepsFile))
      ? [addToJourney(stepsFile, name)]
      : [created(stepsFile, journeyOf(name, journey)), ...listJourney(journey)]),
    existsSync(path.join(root, commandsFile))
      ? change(commandsFile, [/$/, commandOf(command)])
      : created(commandsFile, `import type { Command } from '../context.ts';\n${commandOf(command)}`),
    listCommandName(command),
    listCommand(command, `./${journey}/commands.ts`),
    created(screenFile, screenOf(name, tag, command)),
    created(`src/screens/${name}-screen.test.ts`, screenTestOf(name, command)),
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

/**
 * The place of an entry in an alphabetical list.
 * @param {string} text @param {RegExp} entries every entry, with `g` @param {string} entry
 * @returns {RegExp | undefined} before the first entry that follows it; undefined when it is the last
 */
function placeIn(text, entries, entry) {
  const following = [...text.matchAll(entries)].find(([it]) => it > entry);
  return following && new RegExp(`(?<=^[^]{${String(following.index)}})`);
}

/** Adds a screen to those that are loaded together. @param {string} screenModule */
function addToLaterScreens(screenModule) {
  const file = 'src/screens/later-screens.ts';
  const line = `import '${screenModule}';\n`;
  return change(file, [placeIn(read(file), /^import .*\n/gm, line) ?? /$/, line]);
}

/** Adds a command to the names of all commands. @param {string} command */
function listCommandName(command) {
  const file = 'src/flow/action.ts';
  const line = `  '${command}',\n`;
  return change(file, [placeIn(read(file), /^ {2}'\w+',\n/gm, line) ?? /(?=] as const;)/, line]);
}

/** Adds a command to the record of all commands, and imports it. @param {string} command @param {string} module */
function listCommand(command, module) {
  const file = 'src/flow/commands.ts';
  const text = read(file);
  const line = `  ${command},\n`;
  const known = new RegExp(`(?=,?\\s} from '${module}')`);
  return change(
    file,
    [placeIn(text, /(?<=export const commands = {[^]*)^ {2}\w+,\n/gm, line) ?? /(?=} satisfies)/, line],
    known.test(text) ? [known, `, ${command}`] : [/(?=import type { Step } from)/, `import { ${command} } from '${module}';\n`],
  );
}

/** The data of a step, as a member of `Steps`. @param {string} name */
const dataOf = (name) => `    /** What its screen needs to know; \`object\` for nothing. */\n    '${name}': object;`;

/** The definition of a step, without the members that only its author knows. @param {string} name */
const definitionOf = (name) => `  '${name}': {
    restore: () => ({ name: '${name}' }),
    keep: {},
    run: undefined,
  },`;

/** @param {string} name @param {string} journey */
const journeyOf = (name, journey) => `import { defineSteps } from './step.ts';

declare module './step.ts' {
  interface Steps {
${dataOf(name)}
  }
}

export const ${camelCase(journey)}Steps = defineSteps({
${definitionOf(name)}
});
`;

/** @param {string} file @param {string} name */
const addToJourney = (file, name) =>
  change(
    file,
    [/(?<=interface Steps {.*?)(?=\n {2}}\n})/s, `\n${dataOf(name)}`],
    [/(?<=defineSteps\({.*?)(?=\n}\);)/s, `\n${definitionOf(name)}`],
  );

/** A command without what it does. @param {string} command */
const commandOf = (command) => `
/** What it does, and which step follows. */
export const ${command}: Command<object> = {};
`;

/** A new journey's place among the others: before the last, whose addresses end with `*`. @param {string} journey */
const listJourney = (journey) => {
  const steps = `${camelCase(journey)}Steps`;
  return [
    change(
      'src/flow/steps/index.ts',
      [/(?=import { messageSteps })/, `import { ${steps} } from './${journey}.ts';\n`],
      [/(?=export type \* from '.\/messages.ts')/, `export type * from './${journey}.ts';\n`],
      [/(?= *\.\.\.messageSteps)/, `  ...${steps},\n`],
    ),
  ];
};

/** @param {string} name @param {string} tag @param {string} command */
const screenOf = (name, tag, command) => `import { html, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { msg } from '../localization/messages.ts';
import { SieScreen } from './screen.ts';

export class Sie${pascalCase(name)}Screen extends SieScreen<'${name}'> {
  protected override render(): TemplateResult {
    const { flow } = this;
    const label = msg('Continue', { id: 'action.continue' });
    const content = html\`\${button({ label, ...this.buttonState('${command}') })} \${this.noticePart()}\`;
    return html\`\${this.header({ back: () => flow.back() })}\${form({ content, submit: this.submit, input: () => flow.dismiss() })}\`;
  }

  private readonly submit = (): void => {
    void this.flow.do.${command}({});
  };
}

define('${tag}', Sie${pascalCase(name)}Screen);
`;

/** @param {string} name @param {string} command */
const screenTestOf = (name, command) => `import { expect } from '@open-wc/testing';
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
    expect(await submit()).to.deep.equal(['${command}', {}]);
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

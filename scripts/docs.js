/** Writes `docs/reference` from doc comments and markup, and the policies in the guide to hosting; with `--check` it only says whether the files are fresh. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { classes } from './build/classes.js';
import { analyze } from './build/manifest.js';
import { policiesInWords } from './build/policies-in-words.js';
import { root } from './files.js';

/** @param {unknown} text */
const cell = (text) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

/** @param {string | undefined} text */
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/**
 * @param {string} title
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 */
function table(title, heads, rows) {
  if (rows.length === 0) return '';
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${title}\n\n${lines.join('\n')}\n`;
}

/** @param {any} declaration */
function element({ tagName, name, description, attributes = [], members = [], events = [] }) {
  const attributeOf = new Map(attributes.map((/** @type {any} */ { name: attribute, fieldName }) => [fieldName, attribute]));
  const fields = members.filter((/** @type {any} */ { kind }) => kind === 'field');
  const methods = members.filter((/** @type {any} */ { kind }) => kind === 'method');
  return [
    `## \`<${tagName}>\``,
    `Class \`${name}\`.`,
    description ?? '',
    table(
      'Properties',
      ['Property', 'Attribute', 'Type', 'Default', ''],
      fields.map((/** @type {any} */ field) => [
        code(field.name),
        code(attributeOf.get(field.name)),
        code(field.type?.text),
        code(field.default),
        cell(field.description),
      ]),
    ),
    table(
      'Methods',
      ['Method', 'Returns', ''],
      methods.map((/** @type {any} */ method) => [
        code(
          `${method.name}(${(method.parameters ?? []).map((/** @type {any} */ { name: parameter }) => parameter).join(', ')})`,
        ),
        code(method.return?.type?.text),
        cell(method.description),
      ]),
    ),
    table(
      'Events',
      ['Event', 'Class', ''],
      events.map((/** @type {any} */ event) => [code(event.name), code(event.type?.text), cell(event.description)]),
    ),
  ].join('\n\n');
}

/** @param {any} declaration */
function event({ name, description, members = [] }) {
  return [
    `### \`${name}\``,
    description ?? '',
    ...(members.length > 0
      ? [
          [
            ['Field', 'Type', ''],
            ['---', '---', '---'],
            ...members.map((/** @type {any} */ field) => [code(field.name), code(field.type?.text), cell(field.description)]),
          ]
            .map((cells) => `| ${cells.join(' | ')} |`)
            .join('\n'),
        ]
      : []),
  ].join('\n\n');
}

async function elementsPage() {
  const { modules } = await analyze();
  const declarations = modules.flatMap((module) => /** @type {any[]} */ (module.declarations ?? []));
  const elements = declarations.filter(({ tagName }) => tagName);
  // The root element first: most people need no other.
  elements.sort(
    (a, b) => Number(a.tagName.startsWith('sie-')) - Number(b.tagName.startsWith('sie-')) || a.tagName.localeCompare(b.tagName),
  );
  const events = declarations.filter(({ tagName, name }) => !tagName && name.endsWith('Event'));
  return [
    '# Elements',
    'Made from the doc comments by `npm run docs`; change those, not this file.',
    ...elements.map(element),
    '## Events',
    ...events.map(event),
  ];
}

function classesPage() {
  const link = (/** @type {string} */ file) => `[${path.basename(file, '.ts')}](../../${file})`;
  const rows = classes().map(([name, files]) => [code(`.${name}`), files.map(link).join(', ')]);
  return [
    '# CSS classes',
    'Every class of the markup and where it stands, made by `npm run docs`. What they are for: [theming](../guides/theming.md).',
    table('In the markup', ['Class', 'File'], rows),
  ];
}

/** A page that people write, with the part between two comments made anew. */
function hostingPage() {
  const page = readFileSync(path.join(root, 'docs/guides/hosting.md'), 'utf8');
  const part = /(<!-- Made by `npm run docs`\. -->).*(<!-- Until here\. -->)/s;
  if (!part.test(page)) throw new Error('docs/guides/hosting.md has lost the comments around its policies.');
  return [page.replace(part, (_, from, until) => `${from}\n\n${policiesInWords()}\n\n${until}`)];
}

/** @type {Record<string, readonly string[]>} */
const pages = {
  'docs/reference/elements.md': await elementsPage(),
  'docs/reference/classes.md': classesPage(),
  'docs/guides/hosting.md': hostingPage(),
};

for (const [name, parts] of Object.entries(pages)) {
  const file = path.join(root, name);
  const page = await format(parts.join('\n\n'), { ...(await resolveConfig(file)), parser: 'markdown' });
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === page;
  if (!process.argv.includes('--check')) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, page);
  } else if (!isFresh) {
    console.error(`${name} is stale: run npm run docs`);
    process.exitCode = 1;
  }
}

/**
 * Fails when translations are missing, outdated or do not keep the places and tags of the English text, when XLIFF and source
 * disagree, or when the generated modules are stale. Changes nothing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateModules, marks, openProject, readUnits, sourceTexts } from './localization.js';

/**
 * @param {string} root folder of lit-localize.json
 * @returns {string[]} one line for each thing that is wrong
 */
export function checkLocales(root) {
  const { localizer, locales } = openProject(root);
  const sources = sourceTexts(localizer);
  const wrong = [];
  for (const locale of locales) {
    const units = readUnits(root, locale);
    for (const [id, source] of sources) {
      const problem = problemOf(source, units.get(id));
      if (problem) wrong.push(`locales/${locale}.xlf: ${id}: ${problem}`);
    }
    for (const id of units.keys()) {
      if (!sources.has(id)) wrong.push(`locales/${locale}.xlf: ${id}: no msg() uses it any more`);
    }
  }
  for (const [file, code] of generateModules(root, sources, locales)) {
    if (read(file) !== code) wrong.push(`${path.relative(root, file)}: stale`);
  }
  return wrong;
}

/**
 * @param {string} source
 * @param {import('./localization.js').Unit | undefined} unit
 */
function problemOf(source, unit) {
  if (!unit || unit.source !== source) return 'not extracted, run `npm run localize`';
  if (!unit.target?.trim()) return 'not translated';
  if (unit.state) return `${unit.state}: the English text changed; translate it again and remove the state`;
  if (marks(source) !== marks(unit.target))
    return `must keep ${marks(source) || 'no places or tags'}, has ${marks(unit.target) || 'none'}`;
  return undefined;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = checkLocales(path.resolve(import.meta.dirname, '..'));
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) {
    console.error(
      `\n${wrong.length} problems. \`npm run localize\` extracts and generates; translations are written in locales/*.xlf.`,
    );
    process.exitCode = 1;
  } else {
    console.log('Locales are complete.');
  }
}

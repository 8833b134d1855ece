/**
 * `npm run localize` brings locales/*.xlf and src/localization/generated/ up to date with the `msg` calls in src. New texts
 * appear without a target; where the English changed, the old translation stays and is marked for review.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateModules, openProject, outdated, readUnits, sourceTexts, xliffPath } from './localization.js';

/**
 * @param {string} root folder of lit-localize.json
 * @returns {Promise<Map<string, { texts: number, open: string[] }>>} by locale: how many texts, and which to translate
 */
export async function localize(root) {
  const { localizer, locales } = openProject(root);
  const sources = sourceTexts(localizer);
  const before = new Map(locales.map((locale) => [locale, readUnits(root, locale)]));

  await localizer.writeInterchangeFiles();
  for (const locale of locales) markOutdated(xliffPath(root, locale), sources, before.get(locale));

  for (const [file, code] of generateModules(root, sources, locales)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code);
  }

  return new Map(
    locales.map((locale) => {
      const units = [...readUnits(root, locale).values()];
      return [locale, { texts: units.length, open: units.flatMap(({ id, target, state }) => (target && !state ? [] : [id])) }];
    }),
  );
}

/**
 * @param {string} file
 * @param {ReadonlyMap<string, string>} sources English of now
 * @param {ReadonlyMap<string, import('./localization.js').Unit>} units what the file held before extraction
 */
function markOutdated(file, sources, units) {
  const changed = new Set();
  for (const [id, { source, target, state }] of units) {
    if (target && !state && sources.has(id) && sources.get(id) !== source) changed.add(id);
  }
  const xml = readFileSync(file, 'utf8').replaceAll(/<trans-unit id="([^"]+)"[^>]*>.*?<\/trans-unit>/gs, (unit, id) =>
    changed.has(id) ? unit.replace('<target', `<target state="${outdated}"`) : unit,
  );
  writeFileSync(file, xml);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [locale, { texts, open }] of await localize(path.resolve(import.meta.dirname, '..'))) {
    console.log(`${locale}: ${texts} texts, ${open.length} to translate`, ...open);
  }
}

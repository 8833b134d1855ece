/** What `localize` and `check-locales` share: messages in the source, XLIFF units, and the modules made of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { printDiagnostics } from '@lit/localize-tools/lib/typescript.js';

/** State of a translation whose English has changed since (XLIFF 1.2); the translator removes it with the new translation. */
export const outdated = 'needs-review-translation';

/** @typedef {{ id: string, source: string, target?: string, state?: string }} Unit */

/** @param {string} root folder of lit-localize.json */
export function openProject(root) {
  const config = readConfigFileAndWriteSchema(path.join(root, 'lit-localize.json'));
  const localizer = new RuntimeLitLocalizer(config);
  return { config, localizer, locales: config.targetLocales };
}

/**
 * English texts by id, from every `msg` call.
 *
 * @param {RuntimeLitLocalizer} localizer
 * @returns {Map<string, string>}
 */
export function sourceTexts(localizer) {
  const { messages, errors } = localizer.extractSourceMessages();
  if (errors.length > 0) {
    printDiagnostics(errors);
    throw new Error('msg() calls cannot be extracted, see above.');
  }
  for (const { name, tag } of messages) {
    if (tag) throw new Error(`${name}: msg() takes a plain string here; put values in as {{name}} and use interpolate().`);
    if (!/^\w+(\.[\w:]+)+$/.test(name))
      throw new Error(`${name}: give msg() an id, the server's phrase key or sie.<area>.<what>.`);
  }
  return new Map(messages.map(({ name, contents }) => [name, contents.join('')]).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {string} root @param {string} locale */
export function xliffPath(root, locale) {
  return path.join(root, 'locales', `${locale}.xlf`);
}

/**
 * Units of a locale's XLIFF file, in its order; none when there is no file yet.
 *
 * @param {string} root
 * @param {string} locale
 * @returns {Map<string, Unit>}
 */
export function readUnits(root, locale) {
  let xml = '';
  try {
    xml = readFileSync(xliffPath(root, locale), 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const units = new Map();
  for (const [, id, body] of xml.matchAll(/<trans-unit id="([^"]+)"[^>]*>(.*?)<\/trans-unit>/gs)) {
    const target = /<target([^>]*)>(.*?)<\/target>/s.exec(body);
    units.set(id, {
      id,
      source: decode(/<source>(.*?)<\/source>/s.exec(body)?.[1] ?? ''),
      ...(target && { target: decode(target[2]), state: /state="([^"]*)"/.exec(target[1])?.[1] }),
    });
  }
  return units;
}

/** @param {string} text */
function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/**
 * Places, tags and formatters a translation must keep, order aside.
 *
 * @param {string} text
 */
export function marks(text) {
  const found = text.match(/\{\{.*?\}\}|<\/?\w+\s*\/?>/g) ?? [];
  return found
    .map((mark) => mark.replaceAll(/\s/g, ''))
    .sort()
    .join(' ');
}

/**
 * Generated modules by absolute path. lit-localize's own output is for `html` templates: it escapes `<` and `&` in plain texts.
 *
 * @param {string} root
 * @param {ReadonlyMap<string, string>} sources
 * @param {readonly string[]} locales
 * @returns {Map<string, string>}
 */
export function generateModules(root, sources, locales) {
  const folder = path.join(root, 'src/localization/generated');
  const files = new Map([
    ['source.ts', templatesModule(sources, 'the `msg` calls')],
    ['locales.ts', localesModule(locales)],
  ]);
  for (const locale of locales) {
    const units = readUnits(root, locale);
    const texts = [...sources.keys()].flatMap((id) => {
      const target = units.get(id)?.target;
      return target ? [[id, target]] : [];
    });
    files.set(`${locale}.ts`, templatesModule(texts, `locales/${locale}.xlf`));
  }
  return new Map([...files].map(([name, code]) => [path.join(folder, name), code]));
}

/** @param {Iterable<readonly [string, string]>} texts @param {string} from */
function templatesModule(texts, from) {
  return `// Made from ${from} by \`npm run localize\`; do not edit.
export const templates: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(texts), null, 2)};\n`;
}

/** @param {readonly string[]} locales */
function localesModule(locales) {
  const lines = locales.map((locale) => {
    const { language, script } = new Intl.Locale(locale).maximize();
    return `  '${language}-${script}': lazy(() => import('./${locale}.ts')),`;
  });
  return `// Made from lit-localize.json by \`npm run localize\`; do not edit.
import { lazy } from '../../shared/lazy.ts';

type Load = () => Promise<{ templates: Readonly<Record<string, string>> }>;

/** Loaders of our translations by language and script. */
export const locales: Readonly<Record<string, Load>> = {\n${lines.join('\n')}\n};\n`;
}

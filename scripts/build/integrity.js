/**
 * Subresource Integrity (https://developer.mozilla.org/en-US/docs/Web/Security/Subresource_Integrity) for the hosted page: `integrity` on
 * what the HTML names, and an import map for what modules import. The `integrity` of import maps is known to Chromium 127,
 * Firefox 138 and Safari 18 (2026-11, https://developer.mozilla.org/en-US/docs/Web/HTML/Reference/Elements/script/type/importmap);
 * older ones leave it out.
 */
import { createHash } from 'node:crypto';

/**
 * SHA-256: as strong as anybody needs against a second file with the same hash, and 21 characters shorter than SHA-384, which
 * count where there is one for each file.
 * @param {string | Uint8Array} data the file as a browser has it after decompression
 */
export function integrityOf(data) {
  return `sha256-${createHash('sha256').update(data).digest('base64')}`;
}

/** @typedef {Readonly<Record<string, string>>} Integrity by address, absolute on its origin */

/**
 * @param {string} html
 * @param {Integrity} integrity
 * @returns {string} the HTML with `integrity` on each script, module preload and style sheet that it names
 * @throws {Error} when it names one that has none
 */
export function withIntegrityAttributes(html, integrity) {
  const address = /\s(?:src|href)="([^"]*)"/;
  return html.replace(/<script\b[^>]*\ssrc=[^>]*>|<link\b[^>]*\srel="(?:modulepreload|stylesheet|preload)"[^>]*>/g, (tag) => {
    const [attribute, file = ''] = address.exec(tag) ?? [];
    const hash = integrity[file];
    if (!attribute || !hash) throw new Error(`There is no integrity for ${tag}`);
    return tag.replace(attribute, () => ` integrity="${hash}"${attribute}`);
  });
}

/**
 * @param {Integrity} integrity
 * @returns {string} the text of an import map for every module
 */
export function importMap(integrity) {
  const modules = Object.entries(integrity).filter(([file]) => file.endsWith('.js'));
  return JSON.stringify({ integrity: Object.fromEntries(modules) });
}

/**
 * @param {string} html
 * @param {string} map
 * @returns {string} the HTML with the map before its first module, for maps that come later count for nothing in older browsers
 */
export function withImportMap(html, map) {
  const module = /<script type="module"|<link rel="modulepreload"/;
  if (!module.test(html)) throw new Error('index.html loads no module.');
  return html.replace(module, (tag) => `<script type="importmap">${map}</script>\n${tag}`);
}

/**
 * For measurements.
 * @param {string} html of a built page
 * @returns {string} the HTML as it would be without integrity
 */
export function withoutIntegrity(html) {
  return html
    .replace(/<script type="importmap">[^<]*<\/script>\n/, '')
    .replace(/ integrity="[^"]*"/g, '')
    .replace(/#sha256-[\w+/=]*/g, '');
}

/** Vite plugins that make the hosted page from `index.html`. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { minifySync } from 'vite';
import { importMap, integrityOf, withImportMap, withIntegrityAttributes } from './integrity.js';

/** The server replaces the first occurrence of this literal, quotes included, by the settings and phrases. */
const placeholder = '"__LOGTO_SSR__"';

/**
 * Stands in the inline script for the lazy modules that read settings and words, with spaces between: each an address, `#` and its
 * integrity.
 */
const clientModules = '__CLIENT_MODULES__';

const inlineScript = /<script>([\s\S]*?)<\/script>/g;

/**
 * Value for `script-src` that allows the one inline script of the page that runs. A server that puts settings into the page leaves
 * it as it is: they go into an element of their own, which is data to the browser.
 * @param {string} html
 * @throws {Error} unless there is exactly one such script
 */
export function cspHash(html) {
  const [script, ...more] = [...html.matchAll(inlineScript)];
  if (!script || more.length > 0) throw new Error('The page must have exactly one inline script.');
  return `'${integrityOf(script[1] ?? '')}'`;
}

/** @param {string} html */
function assertPlaceholder(html) {
  const [before = '', after, more] = html.split(placeholder);
  if (after === undefined || more !== undefined || /['"`]$/.test(before))
    throw new Error(`index.html must hold ${placeholder} once.`);
}

/**
 * Without comments and indentation, with the inline script minified, and with the id by which that knows the page's module: the
 * bundler writes the tag anew.
 * @param {string} html
 * @throws {Error} when the placeholder is not there, or not as it must be
 */
export function compactHtml(html) {
  assertPlaceholder(html);
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(inlineScript, (_, code) => {
      // The minifier prefers backticks; a bare name in place of the literal keeps its quotes out of reach.
      const { code: minified } = minifySync('page.js', code.replace(placeholder, '__LOGTO_SSR__'));
      return `<script>${minified.trim().replace('__LOGTO_SSR__', placeholder)}</script>`;
    })
    .replace('<script type="module" crossorigin', '<script type="module" id="entry" crossorigin')
    .replace(/\n\s*/g, '\n')
    .trim();
}

/**
 * What the server asks of the page and its folder.
 * @param {string} html
 * @param {readonly string[]} files paths relative to the folder, with `/`
 * @throws {Error} naming the first rule that is broken
 */
export function assertServable(html, files) {
  assertPlaceholder(html);
  if (html.split('</head>').length !== 2) throw new Error('index.html must hold a literal </head> once.');
  const stray = files.find((file) => file !== 'index.html' && !file.startsWith('assets/'));
  // The server takes every path that begins with the name of a top-level entry for a file: `sign.js` would be harmless, but an
  // entry `sign` would swallow /sign-in. With these two names nothing can go wrong.
  if (stray) throw new Error(`Only index.html and assets/ may lie at the top, not ${stray}.`);
  cspHash(html);
}

/**
 * For the development server.
 * @returns {import('vite').Plugin}
 */
export function servedPage() {
  const source = '/src/client/request.ts';
  return { name: 'served-page', apply: 'serve', transformIndexHtml: (html) => html.replace(clientModules, source) };
}

/**
 * The page, and beside it `assets/sign-in-experience.js`: the same module under a name that stays, for the one script tag of
 * pages that are not ours. It only imports the hashed file, so that no second copy of it can ever load.
 * @returns {import('vite').Plugin}
 */
export function hostedPage() {
  /** @type {string[]} addresses */
  let preloads = [];
  return {
    name: 'hosted-page',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: { order: 'post', handler: compactHtml },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('There is no index.html.');
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const client = chunks.find(({ name }) => name === 'client');
        if (!client) throw new Error('There is no chunk of the name "client" to preload.');
        const first = chunks.find(({ isEntry }) => isEntry);
        preloads = [client.fileName, ...client.imports].filter((file) => file !== first?.fileName).map((file) => `/${file}`);
        const [, module] = /<script type="module" id="entry"[^>]* src="\/assets\/([^"]+)"/.exec(String(page.source)) ?? [];
        if (!module) throw new Error('index.html loads no module with the id "entry" from /assets/.');
        this.emitFile({ type: 'asset', fileName: 'assets/sign-in-experience.js', source: `import './${module}';\n` });
        assertServable(
          String(page.source),
          Object.keys(bundle).filter((file) => !file.startsWith('.vite/')),
        );
      },
    },
    // Of what lies on the disk, for nothing may touch a file after its hash was taken.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        const integrity = await assetsIntegrity(dir);
        const file = path.join(dir, 'index.html');
        const html = (await readFile(file, 'utf8')).replace(clientModules, () =>
          preloads.map((address) => `${address}#${integrity[address] ?? ''}`).join(' '),
        );
        const map = importMap(integrity);
        await writeFile(file, withImportMap(withIntegrityAttributes(html, integrity), map));
        await writeFile(path.join(dir, 'assets/integrity.json'), `${map}\n`);
      },
    },
  };
}

/**
 * @param {string} folder absolute path of the built page
 * @returns {Promise<Record<string, string>>} integrity of every asset by its address
 */
async function assetsIntegrity(folder) {
  const assets = path.join(folder, 'assets');
  const names = (await readdir(assets)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [`/assets/${name}`, integrityOf(await readFile(path.join(assets, name)))])),
  );
}

const compressors = {
  br: (/** @type {Buffer} */ data) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gz: (/** @type {Buffer} */ data) => promisify(gzip)(data, { level: 9 }),
};

/**
 * Writes `.br` and `.gz` next to every text asset. Not for index.html: the server puts settings into it, so a compressed copy
 * would be served in place of the real page.
 * @param {string} folder absolute path of the built page
 */
export async function precompress(folder) {
  const assets = path.join(folder, 'assets');
  for (const name of await readdir(assets)) {
    if (!/\.(js|css|html|svg|json)$/.test(name)) continue;
    const data = await readFile(path.join(assets, name));
    for (const [extension, compress] of Object.entries(compressors)) {
      const compressed = await compress(data);
      if (compressed.length < data.length) await writeFile(path.join(assets, `${name}.${extension}`), compressed);
    }
  }
}

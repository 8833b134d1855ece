import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkLocales } from './check-locales.js';
import { localize } from './localize.js';

const repository = path.resolve(import.meta.dirname, '..');

describe('localization', () => {
  /** @type {string} */
  let root;

  /** @param {string} text English of the one message with a place and a tag */
  const writeSource = (text) => {
    writeFileSync(
      path.join(root, 'src/screen.ts'),
      `import { msg } from './words.ts';\nexport const all = () => [msg(${JSON.stringify(text)}, { id: 'a.agree' }), msg('Back', { id: 'a.back' })];\n`,
    );
  };

  /** @param {Record<string, string>} texts translations by id */
  const translate = (texts) => {
    const file = path.join(root, 'locales/fr.xlf');
    let xml = readFileSync(file, 'utf8');
    for (const [id, text] of Object.entries(texts)) {
      xml = xml.replace(new RegExp(`(id="${id}">.*?</source>)(?:\\s*<target.*?</target>)?`, 's'), `$1<target>${text}</target>`);
    }
    writeFileSync(file, xml);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'localization-'));
    mkdirSync(path.join(root, 'src'));
    symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'));
    for (const file of ['lit-localize.json', 'tsconfig.json']) {
      const text = readFileSync(path.join(repository, file), 'utf8');
      writeFileSync(path.join(root, file), text.replace(/"targetLocales": \[.*?\]/, '"targetLocales": ["fr"]'));
    }
    writeFileSync(path.join(root, 'src/words.ts'), `export { msg } from '@lit/localize';\n`);
    writeSource('{{name}}: see <link></link> & agree');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it('finds texts through the re-exported msg and asks for translations', async () => {
    assert.match(checkLocales(root).join('\n'), /fr\.xlf: a\.agree: not extracted/);
    await localize(root);
    assert.deepEqual(checkLocales(root), ['locales/fr.xlf: a.agree: not translated', 'locales/fr.xlf: a.back: not translated']);
  });

  it('writes translations into modules as they are, markup and all', async () => {
    await localize(root);
    translate({ 'a.agree': 'Voir &lt;link&gt;&lt;/link&gt; &amp; accepter {{ name }}', 'a.back': 'Retour' });
    assert.deepEqual(checkLocales(root), ['src/localization/generated/fr.ts: stale']);
    await localize(root);
    assert.deepEqual(checkLocales(root), []);
    const module = readFileSync(path.join(root, 'src/localization/generated/fr.ts'), 'utf8');
    assert.ok(module.includes('"Voir <link></link> & accepter {{ name }}"'), module);
  });

  it('refuses translations that lose or invent places and tags', async () => {
    await localize(root);
    translate({ 'a.agree': 'Voir &lt;link&gt;&lt;/link&gt;', 'a.back': 'Retour {{name}}' });
    await localize(root);
    assert.deepEqual(checkLocales(root), [
      'locales/fr.xlf: a.agree: must keep </link> <link> {{name}}, has </link> <link>',
      'locales/fr.xlf: a.back: must keep no places or tags, has {{name}}',
    ]);
  });

  it('marks a translation for review when its English changes, until it is translated again', async () => {
    await localize(root);
    translate({ 'a.agree': '{{name}} &lt;link&gt;&lt;/link&gt;', 'a.back': 'Retour' });
    writeSource('{{name}}: you agree to <link></link>');
    await localize(root);
    await localize(root);
    assert.match(checkLocales(root).join('\n'), /^locales\/fr\.xlf: a\.agree: needs-review-translation/);
    translate({ 'a.agree': '{{name}} : &lt;link&gt;&lt;/link&gt;' });
    await localize(root);
    assert.deepEqual(checkLocales(root), []);
  });

  it('drops texts that are no longer used', async () => {
    await localize(root);
    writeFileSync(path.join(root, 'src/screen.ts'), 'export {};\n');
    assert.match(checkLocales(root).join('\n'), /a\.back: no msg\(\) uses it any more/);
    await localize(root);
    assert.deepEqual(checkLocales(root), []);
  });

  it('refuses one id with two texts, templates, and texts without an id', async () => {
    writeFileSync(
      path.join(root, 'src/other.ts'),
      `import { msg } from './words.ts';\nexport const other = () => msg('Go back', { id: 'a.back' });\n`,
    );
    await assert.rejects(localize(root), /cannot be extracted/);
    writeFileSync(
      path.join(root, 'src/other.ts'),
      `import { html } from 'lit';\nimport { msg } from './words.ts';\nexport const other = () => msg(html\`<b>Go</b>\`, { id: 'a.go' });\n`,
    );
    await assert.rejects(localize(root), /a\.go: msg\(\) takes a plain string/);
    writeFileSync(path.join(root, 'src/other.ts'), `import { msg } from './words.ts';\nexport const other = () => msg('Go');\n`);
    await assert.rejects(localize(root), /give msg\(\) an id/);
  });
});

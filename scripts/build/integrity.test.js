import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importMap, integrityOf, withImportMap, withIntegrityAttributes, withoutIntegrity } from './integrity.js';

const integrity = { '/assets/a.js': 'sha256-A=', '/assets/b.js': 'sha256-B=', '/assets/c.css': 'sha256-C=' };
const page = (/** @type {string} */ head) => `<head>\n${head}\n</head>`;

describe('the integrity of files', () => {
  it('is the SHA-256 of their bytes, as browsers read it', () => {
    // From the example of https://www.w3.org/TR/sri-2/.
    assert.equal(integrityOf("alert('Hello, world.');"), 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=');
    assert.equal(integrityOf(Buffer.from("alert('Hello, world.');")), integrityOf("alert('Hello, world.');"));
  });

  /** @type {readonly (readonly [what: string, tag: string, expected: string])[]} */
  const tags = [
    [
      'a module',
      '<script type="module" crossorigin src="/assets/a.js"></script>',
      '<script type="module" crossorigin integrity="sha256-A=" src="/assets/a.js"></script>',
    ],
    ['a script', '<script src="/assets/a.js"></script>', '<script integrity="sha256-A=" src="/assets/a.js"></script>'],
    [
      'a preload',
      '<link rel="modulepreload" crossorigin href="/assets/b.js">',
      '<link rel="modulepreload" crossorigin integrity="sha256-B=" href="/assets/b.js">',
    ],
    [
      'a sheet',
      '<link rel="stylesheet" href="/assets/c.css" />',
      '<link rel="stylesheet" integrity="sha256-C=" href="/assets/c.css" />',
    ],
    ['no icon', '<link rel="icon" href="data:," />', '<link rel="icon" href="data:," />'],
    ['no inline script', '<script>src="/x.js"</script>', '<script>src="/x.js"</script>'],
  ];
  for (const [what, tag, expected] of tags) {
    it(`stands on ${what}`, () => assert.equal(withIntegrityAttributes(page(tag), integrity), page(expected)));
  }

  it('is missed where the HTML names a file that the build did not make', () => {
    for (const tag of [
      '<script type="module" src="/assets/x.js"></script>',
      '<script src="https://cdn.example/a.js"></script>',
      '<link rel="stylesheet" href="/x.css">',
    ]) {
      assert.throws(() => withIntegrityAttributes(tag, integrity), /no integrity for/, tag);
    }
  });

  it('is in the import map for modules alone, before the first of them', () => {
    const map = importMap(integrity);
    assert.deepEqual(JSON.parse(map), { integrity: { '/assets/a.js': 'sha256-A=', '/assets/b.js': 'sha256-B=' } });
    const module = '<script type="module" src="/assets/a.js"></script>';
    assert.equal(withImportMap(page(module), map), page(`<script type="importmap">${map}</script>\n${module}`));
    const preload = '<link rel="modulepreload" href="/assets/b.js">';
    assert.match(withImportMap(page(preload + module), map), /importmap.*modulepreload/s);
    assert.throws(() => withImportMap(page(''), map), /no module/);
  });

  it('can be left out again, to be weighed', () => {
    const html = page('<script type="module" src="/assets/a.js"></script>\n<script>of`/assets/b.js /assets/a.js`</script>');
    const all = withImportMap(
      withIntegrityAttributes(html, integrity).replace('of`/assets/b.js /', 'of`/assets/b.js#sha256-B= /'),
      importMap(integrity),
    );
    assert.equal(withoutIntegrity(all), html);
  });
});

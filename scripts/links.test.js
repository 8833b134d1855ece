/** Every relative link of the documentation leads to a file, and to a heading where it names one. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow, root } from './files.js';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...filesBelow('docs', (file) => file.endsWith('.md'))];

/** @param {string} file relative to the repository */
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** Anchors of the headings of a page, as GitHub makes them. @param {string} file */
const anchorsOf = (file) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('links of the documentation', () => {
  for (const page of pages) {
    it(page, () => {
      const text = read(page).replaceAll(/^( *)```.*?^\1```/gms, '');
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [name = '', anchor] = target.split('#');
        const file = name ? path.join(path.dirname(page), name) : page;
        assert.ok(existsSync(path.join(root, file)), `${target} is no file`);
        if (anchor) assert.ok(anchorsOf(file).includes(anchor), `${target} is no heading`);
      }
    });
  }
});

/** Relative links of the documentation lead to files and headings that exist, and so do the paths that it mentions. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow, root } from './files.js';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...filesBelow('docs', (file) => file.endsWith('.md'))];

/** Files of the step that CONTRIBUTING adds as an example. */
const examples = ['src/flow/steps/mfa.ts', 'src/flow/mfa/commands.ts', 'src/screens/mfa-totp-screen.ts'];

/** @param {string} file relative to the repository */
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** @param {string} file relative to the repository */
const exists = (file) => existsSync(path.join(root, file));

/** Anchors of the headings of a page, as GitHub makes them. @param {string} file */
const anchorsOf = (file) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the documentation', () => {
  for (const page of pages) {
    const text = read(page).replaceAll(/^( *)```.*?^\1```/gms, '');

    it(`${page}: links lead to files and headings that exist`, () => {
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [name = '', anchor] = target.split('#');
        const file = name ? path.join(path.dirname(page), name) : page;
        assert.ok(exists(file), `${target} is no file`);
        if (anchor) assert.ok(anchorsOf(file).includes(anchor), `${target} is no heading`);
      }
    });

    it(`${page}: mentions files that exist`, () => {
      for (const [, file = ''] of text.matchAll(/`((?:src|demo|scripts)\/[\w./-]+)`/g)) {
        assert.ok(exists(file) || examples.includes(file), `${file} does not exist`);
      }
    });
  }
});

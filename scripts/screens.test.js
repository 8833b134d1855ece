/** What no compiler sees when a screen is added. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './files.js';

const folder = path.join(root, 'src/screens');

describe('each screen', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('-screen.ts'))) {
    it(`has a test beside it: ${file}`, () => {
      assert.ok(existsSync(path.join(folder, file.replace('.ts', '.test.ts'))));
    });

    it(`imports the elements that it renders, which nobody else may have registered: ${file}`, () => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const tags = [...text.matchAll(/<(sie-[a-z-]+)/g)].map(([, tag]) => /** @type {string} */ (tag));
      const elements = tags.map((tag) => tag.replace('sie-', '')).map((name) => `${name}/${name}.ts`);
      // The group of fields is in the module of the fields.
      const known = ['profile-group/profile-group.ts'];
      assert.deepEqual(
        elements.filter((element) => !known.includes(element) && !text.includes(`'../elements/${element}'`)),
        [],
      );
    });
  }
});

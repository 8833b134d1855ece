import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { marks, openProject, sourceTexts } from './localization.js';

const root = path.resolve(import.meta.dirname, '..');

/** @param {object} phrases @param {string} [prefix] @returns {[string, string][]} */
const flatten = (phrases, prefix = '') =>
  Object.entries(phrases).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );

/** Names of places and tags; formatters may differ. @param {string} text */
const names = (text) => [...new Set(marks(text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, '{{$1}}')).split(' '))].join(' ');

describe('phrases of the server', async () => {
  const resolved = createRequire(path.join(root, 'demo/package.json')).resolve('@logto/phrases-experience');
  const { default: languages } = await import(pathToFileURL(resolved).href);
  const phrases = new Map(flatten(languages.en.translation));
  const shared = [...sourceTexts(openProject(root).localizer)].filter(([id]) => !id.startsWith('sie.'));

  it('exist for every id that is not our own', () => {
    assert.deepEqual(
      shared.map(([id]) => id).filter((id) => !phrases.has(id)),
      [],
    );
  });

  it('have the places and tags of our English, so that they can replace it', () => {
    for (const [id, text] of shared) assert.equal(names(phrases.get(id) ?? ''), names(text), id);
  });
});

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const folders = ['./', './presets/', './routes/', '../qa/'].map((folder) => new URL(folder, import.meta.url));

const sources = async (): Promise<readonly URL[]> => {
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => new URL(name, folder)),
    ),
  );

  return lists.flat();
};

describe('The Experience API', () => {
  it('uses nothing that only Node has', async () => {
    for (const source of await sources()) {
      const text = await readFile(source, 'utf8');

      assert.doesNotMatch(text, /from '(?:node:|fs|path|http|crypto)|\b(?:process|Buffer|__dirname)\b[.(]/, source.pathname);
    }
  });
});

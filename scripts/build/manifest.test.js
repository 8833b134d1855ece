import assert from 'node:assert/strict';
import { it } from 'node:test';
import ts from 'typescript';
import config from '../../custom-elements-manifest.config.js';

it('The manifest has its modules in one order, however the disk gives the files', () => {
  const files = ['src/define.ts', 'src/app/events.ts', 'src/app/preview.ts'];
  for (const globs of [files, files.toReversed()]) {
    const modules = config.overrideModuleCreation({ ts, globs });
    assert.deepEqual(
      modules.map(({ fileName }) => fileName),
      ['src/app/events.ts', 'src/app/preview.ts', 'src/define.ts'],
    );
  }
});

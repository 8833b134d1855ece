import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { accessibilityTree } from './support/accessibility-tree.ts';
import { screenStates } from './support/screen-states.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** What a screen reader finds on each screen, in its order: a file for each state. `UPDATE_TREES=1` writes them anew, to be read. */
const folder = new URL('accessibility-trees/', import.meta.url);
const fileOf = (state: string) => `${state.replaceAll(/[^a-z]+/g, '-')}.txt`;
const isUpdate = Boolean(process.env['UPDATE_TREES']);

describe('Assistive technology finds', () => {
  for (const [state, arrive] of Object.entries(screenStates)) {
    it(
      state,
      withPage(async (fixtures) => {
        await arrive(fixtures, 'en');
        const found = `${(await accessibilityTree(fixtures.page)).replace(/after \d+ seconds/, 'after 59 seconds')}\n`;
        const file = new URL(fileOf(state), folder);
        if (isUpdate) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, found);
        }
        assert.ok(existsSync(file), `There is no ${fileOf(state)}. UPDATE_TREES=1 writes it.`);
        assert.equal(found, readFileSync(file, 'utf8'));
      }),
    );
  }

  it('a tree file for existing screens only', () => {
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(screenStates).map(fileOf).sort());
  });

  it(
    'a pending button busy, not only disabled',
    withPage(async (fixtures) => {
      await screenStates['password, waiting']?.(fixtures, 'en');
      await fixtures.I.seeButton('Continue', { disabled: true, busy: true });
      await fixtures.I.seeButton('Sign in with verification code', { disabled: true, busy: false });
    }),
  );
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { accessibilityTree } from './support/accessibility-tree.ts';
import { screenStates } from './support/screen-states.ts';
import { stage } from './support/stage.ts';

const { scene } = stage();

/** What a screen reader finds on each screen, in its order: a file for each state. `UPDATE_TREES=1` writes them anew, to be read. */
const folder = new URL('accessibility-trees/', import.meta.url);
const fileOf = (state: string) => `${state.replaceAll(/[^a-z]+/g, '-')}.txt`;
const isUpdate = Boolean(process.env['UPDATE_TREES']);

describe('Assistive technology finds', () => {
  for (const [state, arrive] of Object.entries(screenStates)) {
    it(
      state,
      scene(async (scene) => {
        await arrive(scene, 'en');
        const found = `${(await accessibilityTree(scene.page)).replace(/after \d+ seconds/, 'after 59 seconds')}\n`;
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

  it('no screen that is not there any more', () => {
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(screenStates).map(fileOf).sort());
  });

  it(
    'the button that is waited for busy, not only disabled',
    scene(async (scene) => {
      await screenStates['password, waiting']?.(scene, 'en');
      await scene.I.seeButton('Continue', { disabled: true, busy: true });
      await scene.I.seeButton('Sign in with verification code', { disabled: true, busy: false });
    }),
  );
});

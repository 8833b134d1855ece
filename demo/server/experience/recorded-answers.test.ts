import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

import type { Recorded } from './testing/scene.ts';
import { sceneFor, scenes } from './testing/scenes.ts';
import { createStage } from './testing/stage.ts';

const file = new URL('../../recorded-answers.json', import.meta.url);
const recordings = JSON.parse(await readFile(file, 'utf8')) as Record<string, readonly Recorded[]>;

/** Ids and addresses that are new every time. */
const volatile = new Set(['verificationId', 'redirectTo', 'authorizationUri']);

const settle = (value: unknown, isRecord = false): unknown => {
  if (Array.isArray(value)) {
    return value.map((entry) => settle(entry, isRecord));
  }

  if (typeof value !== 'object' || value === null) {
    return value;
  }

  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      volatile.has(key) || (isRecord && key === 'id') ? typeof entry : settle(entry, key === 'verificationRecords'),
    ]),
  );
};

const contentTypeOf = (response: unknown): string | null => {
  if (response === '') {
    return null;
  }

  return typeof response === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
};

describe('The server answers what the real one was recorded to answer', () => {
  it('and there is a scene for every recorded kind', () => {
    assert.deepEqual(Object.keys(scenes).sort(), Object.keys(recordings).sort());
  });

  for (const [kind, entries] of Object.entries(recordings)) {
    const [method = '', , status] = kind.split(' ');

    for (const [index, recorded] of entries.entries()) {
      it(`${kind} (${String(index + 1)} of ${String(entries.length)})`, async () => {
        const stage = createStage();
        const adjustment = await sceneFor(kind, index)(stage, recorded);
        const body = recorded.request && { ...recorded.request, ...adjustment?.body };
        const answer = await stage.call(method, recorded.path, body, adjustment?.headers);

        assert.equal(answer.status, Number(status));
        assert.deepEqual(settle(answer.body), settle(recorded.response));
        assert.equal(
          status === '304' ? contentTypeOf(recorded.response) : answer.headers.get('content-type'),
          contentTypeOf(recorded.response),
        );
      });
    }
  }
});

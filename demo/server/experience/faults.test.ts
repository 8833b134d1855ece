import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Fault } from './faults.ts';
import { createStage, type Stage } from './testing/stage.ts';
import { begin, pick } from './testing/steps.ts';

const stageWith = (...faults: readonly Fault[]): Stage => {
  const stage = createStage();
  stage.api.state.faults.replace(faults);

  return stage;
};

describe('Faults', () => {
  it('make a request late and leave it alone otherwise', async () => {
    const stage = stageWith({ endpoint: 'PUT /api/experience', latency: 12_000 });

    assert.equal((await begin(stage)).status, 204);
    assert.deepEqual(stage.waits, [12_000]);
  });

  it('answer with a status and no code, like a server that broke', async () => {
    const answer = await begin(stageWith({ endpoint: '*', status: 503, headers: { 'retry-after': '2' } }));

    assert.deepEqual([answer.status, answer.body], [503, { message: 'Internal server error.' }]);
    assert.equal(answer.headers.get('retry-after'), '2');
  });

  it('answer with a code of the server, its message and its data', async () => {
    const stage = stageWith({ endpoint: '/api/experience', code: 'user.missing_profile', status: 422, data: { a: 1 } });
    const answer = await begin(stage);

    assert.deepEqual([answer.status, pick(answer, 'data')], [422, { a: 1 }]);
    assert.match(String(pick(answer, 'message')), /additional info/);
  });

  it('answer with JSON that ends too early', async () => {
    const stage = stageWith({ endpoint: '/api/*', malformed: true });
    const response = await stage.api.fetch(new Request('http://localhost:4401/api/.well-known/sign-in-exp'));

    assert.equal(response.status, 200);
    await assert.rejects(response.json(), SyntaxError);
  });

  it('break the connection', async () => {
    const stage = stageWith({ endpoint: '/api/*', offline: true });
    const response = await stage.api.fetch(new Request('http://localhost:4401/api/.well-known/sign-in-exp'));

    assert.equal(response.type, 'error');
  });

  it('strike only the endpoint they are for, and as often as they were told', async () => {
    const stage = stageWith({ endpoint: 'PUT /api/experience', status: 500, times: 2 });
    const statuses: number[] = [];

    for (let count = 0; count < 3; count += 1) {
      statuses.push((await begin(stage)).status, (await stage.call('GET', '/api/experience/interaction')).status);
    }

    assert.deepEqual(statuses, [500, 404, 500, 404, 204, 200]);
  });

  it('do not reach what the server writes into the page', () => {
    const stage = stageWith({ endpoint: '*', status: 500 });

    assert.doesNotThrow(() => stage.api.wellKnown.signInExperience({}));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createStage } from './testing/stage.ts';
import { begin, identify, pick } from './testing/steps.ts';

describe('Error messages', () => {
  const messageIn = async (language: string): Promise<unknown> =>
    pick(await createStage().call('POST', '/api/experience/submit', {}, { 'accept-language': language }), 'message');

  it('come in the language asked for, English where there is none', async () => {
    const english = await messageIn('en');

    assert.match(String(english), /^Interaction session not found/);
    assert.match(String(await messageIn('zh-CN')), /\p{Script=Han}/u);
    assert.match(String(await messageIn('xx, ar;q=0.3, en;q=0.1')), /\p{Script=Arabic}/u);
    assert.equal(await messageIn('tlh'), english);
  });

  it('name the minutes of a lockout in that language', async () => {
    const stage = createStage();
    await begin(stage);
    const attempt = { identifier: { type: 'username', value: 'alice' }, password: 'wrong' };
    const codes: unknown[] = [];
    let message: unknown;

    for (let count = 1; count <= 5; count += 1) {
      const answer = await stage.call('POST', '/api/experience/verification/password', attempt, {
        'accept-language': 'de',
      });
      codes.push(pick(answer, 'code'));
      message = pick(answer, 'message');
    }

    assert.deepEqual(codes.slice(0, 4), Array(4).fill('session.invalid_credentials'));
    assert.equal(codes[4], 'session.verification_blocked_too_many_attempts');
    assert.match(String(message), /in 10 Minuten/);
  });
});

describe('Requests', () => {
  it('that are no JSON are answered with a message and no code', async () => {
    const stage = createStage();
    const response = await stage.api.fetch(
      new Request('http://localhost:4401/api/experience', {
        method: 'PUT',
        headers: { ...stage.headers, 'content-type': 'application/json' },
        body: '{"interactionEvent":',
      }),
    );

    assert.equal(response.status, 400);
    assert.deepEqual(Object.keys((await response.json()) as object), ['message']);
  });

  it('to identify without a verification id are invalid unless somebody registers', async () => {
    const stage = createStage();
    await begin(stage);
    const answer = await identify(stage);

    assert.deepEqual([answer.status, pick(answer, 'code')], [400, 'guard.invalid_input']);
  });

  it('for what is not there are answered with 404', async () => {
    const stage = createStage();
    await begin(stage);
    const answer = await stage.call('POST', '/api/experience/verification/telepathy');

    assert.deepEqual([answer.status, answer.body], [404, 'Not Found']);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createStage, type Stage } from '../experience/testing/stage.ts';
import { begin, givePassword, pick, receiveCode } from '../experience/testing/steps.ts';
import { createQaApi } from './qa-api.ts';

interface Desk {
  readonly stage: Stage;
  readonly resets: () => number;
  ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
}

const createDesk = (): Desk => {
  const stage = createStage();
  let resets = 0;
  const app = createQaApi({
    state: stage.api.state,
    outbox: stage.outbox,
    onReset: () => {
      resets += 1;
    },
  });

  return {
    stage,
    resets: () => resets,
    async ask(method, path, body) {
      const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
      const response = await app.fetch(new Request(`http://localhost:4401/qa${path}`, { method, ...init }));
      const text = await response.text();

      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    },
  };
};

const methodsSeen = async ({ stage }: Desk): Promise<unknown> =>
  pick(await stage.call('GET', '/api/.well-known/sign-in-exp'), 'signIn', 'methods');

describe('The control desk', () => {
  it('changes settings one by one, and the page sees them at once', async () => {
    const desk = createDesk();
    const { status } = await desk.ask('PATCH', '/settings', { signInExperience: { signIn: { methods: [] } } });

    assert.equal(status, 200);
    assert.deepEqual(await methodsSeen(desk), []);
    const kept = pick(await desk.stage.call('GET', '/api/.well-known/sign-in-exp'), 'agreeToTermsPolicy');
    assert.equal(kept, 'Automatic');
  });

  it('refuses settings the real server would refuse, and says where', async () => {
    const desk = createDesk();
    const before = await desk.ask('GET', '/settings');
    const answer = await desk.ask('PATCH', '/settings', { signInExperience: { signInMode: 'Perhaps' } });

    assert.equal(answer.status, 400);
    assert.match(JSON.stringify(answer.body), /signInExperience\.signInMode/);
    assert.equal((await desk.ask('PATCH', '/settings', { unheardOf: 1 })).status, 400);
    assert.equal((await desk.ask('PATCH', '/settings', '{')).status, 400);
    assert.deepEqual(await desk.ask('GET', '/settings'), before);
  });

  it('lists presets and switches from one to the next without mixing them', async () => {
    const desk = createDesk();
    const { body } = await desk.ask('GET', '/presets');
    assert.ok((body as readonly { readonly name: string }[]).some(({ name }) => name === 'hostile'));

    await desk.ask('POST', '/preset', { name: 'social-only' });
    assert.deepEqual(await methodsSeen(desk), []);
    await desk.ask('POST', '/preset', { name: 'manual-terms' });
    assert.equal(((await methodsSeen(desk)) as readonly unknown[]).length, 3);
    assert.equal((await desk.ask('POST', '/preset', { name: 'nope' })).status, 400);
  });

  it('makes and changes users', async () => {
    const desk = createDesk();
    const made = await desk.ask('POST', '/users', { username: 'dora', password: 'p' });
    assert.equal(made.status, 201);
    await begin(desk.stage);
    assert.equal((await givePassword(desk.stage, 'dora', 'p')).status, 200);

    const { id } = made.body as { readonly id: string };
    await desk.ask('PATCH', `/users/${id}`, { isSuspended: true });
    assert.equal((await givePassword(desk.stage, 'dora', 'p')).status, 401);
    assert.equal((await desk.ask('PATCH', '/users/nobody', {})).status, 404);
    assert.equal((await desk.ask('POST', '/users', { primaryPhone: '+86 138' })).status, 400);
  });

  it('shows the messages that were sent, with their codes', async () => {
    const desk = createDesk();
    await begin(desk.stage);
    await receiveCode(desk.stage, '8613800000001');
    await receiveCode(desk.stage, 'alice@example.com');
    const { body } = await desk.ask('GET', '/outbox?to=8613800000001');
    const [message, ...others] = body as readonly { readonly code: string; readonly channel: string }[];

    assert.deepEqual(others, []);
    assert.match(message?.code ?? '', /^\d{6}$/);
    assert.equal(message?.channel, 'sms');
    await desk.ask('DELETE', '/outbox');
    assert.deepEqual((await desk.ask('GET', '/outbox')).body, []);
  });

  it('moves the clock', async () => {
    const desk = createDesk();
    const before = desk.stage.api.state.clock.now();
    const { body } = await desk.ask('POST', '/clock', { advanceMs: 600_001 });

    assert.deepEqual(body, { now: before + 600_001 });
    assert.deepEqual((await desk.ask('GET', '/clock')).body, body);
  });

  it('sets faults and takes them away', async () => {
    const desk = createDesk();
    await desk.ask('PUT', '/faults', [{ endpoint: 'PUT /api/experience', status: 500 }]);
    assert.equal((await begin(desk.stage)).status, 500);

    await desk.ask('DELETE', '/faults');
    assert.equal((await begin(desk.stage)).status, 204);
    assert.equal((await desk.ask('PUT', '/faults', [{ endpoint: '*', statsu: 500 }])).status, 400);
  });

  it('resets everything to how it began', async () => {
    const desk = createDesk();
    const before = await desk.ask('GET', '/settings');
    const users = (await desk.ask('GET', '/users')).body as readonly unknown[];
    const now = desk.stage.api.state.clock.now();
    await desk.ask('POST', '/preset', { name: 'dark' });
    await desk.ask('POST', '/users', {});
    await desk.ask('POST', '/clock', { advanceMs: 5 });
    await desk.ask('PUT', '/faults', [{ endpoint: '*', offline: true }]);
    assert.equal((await desk.ask('POST', '/reset')).status, 204);

    assert.deepEqual(await desk.ask('GET', '/settings'), before);
    assert.equal(((await desk.ask('GET', '/users')).body as readonly unknown[]).length, users.length);
    assert.deepEqual((await desk.ask('GET', '/faults')).body, []);
    assert.equal(desk.stage.api.state.clock.now(), now);
    assert.equal(desk.resets(), 1);
    await desk.ask('PUT', '/faults', [{ endpoint: '*', status: 500 }]);
    assert.equal((await begin(desk.stage)).status, 500, 'faults work after a reset, too');
  });
});

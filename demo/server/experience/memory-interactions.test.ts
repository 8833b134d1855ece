import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createMemoryInteractions } from './memory-interactions.ts';

const origin = 'http://localhost:4401';
const request = (headers: Record<string, string> = {}, path = '/api/experience'): Request =>
  new Request(`${origin}${path}`, { headers });

describe('Interactions in memory', () => {
  it('are found by cookie, among other cookies', async () => {
    const interactions = createMemoryInteractions({ origin });
    const uid = interactions.start({ client_id: 'a' });

    assert.equal((await interactions.find(request({ cookie: `x=1; _interaction=${uid}; y=2` })))?.uid, uid);
    assert.equal(await interactions.find(request({ cookie: `other_interaction=${uid}` })), undefined);
  });

  it('are refused to another client, named by header or by query', async () => {
    const interactions = createMemoryInteractions({ origin });
    const cookie = `_interaction=${interactions.start({ client_id: 'a' })}`;

    assert.equal(await interactions.find(request({ cookie, 'logto-app-id': 'b' })), undefined);
    assert.equal(await interactions.find(request({ cookie }, '/api/experience?app_id=b')), undefined);
    assert.notEqual(await interactions.find(request({ cookie, 'logto-app-id': 'a' })), undefined);
  });

  it('are found without cookies by client, the newest first', async () => {
    const interactions = createMemoryInteractions({ origin, withoutCookies: true });
    const first = interactions.start({ client_id: 'a' });
    const second = interactions.start({ client_id: 'b' });

    assert.equal((await interactions.find(request()))?.uid, second);
    assert.equal((await interactions.find(request({ 'logto-app-id': 'a' })))?.uid, first);
    interactions.forget(first);
    assert.equal(await interactions.find(request({ 'logto-app-id': 'a' })), undefined);
  });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { bind } from './listen.ts';

describe('A bound server', () => {
  it('lets requests wait that come before it can answer', { timeout: 5_000 }, async (context) => {
    const server = await bind(0, '127.0.0.1');
    context.after(() => server.close());
    const early = request({ host: '127.0.0.1', port: server.port, method: 'POST', headers: { Expect: '100-continue' } });
    early.flushHeaders();
    // Says that the server has read the request.
    await once(early, 'continue');

    server.serve((incoming, outgoing) => {
      incoming.pipe(outgoing);
    });
    early.end('early');
    const [response] = (await once(early, 'response')) as [IncomingMessage];
    assert.equal(await text(response), 'early');
  });
});

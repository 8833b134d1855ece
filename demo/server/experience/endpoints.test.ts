import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as client from '../../../src/client/index.ts';
import { createStage } from './testing/stage.ts';
import { begin } from './testing/steps.ts';

const isEndpoint = (value: unknown): value is client.Endpoint<never, unknown> =>
  typeof value === 'object' && value !== null && 'path' in value && 'answer' in value;

describe('Every endpoint that the page calls', () => {
  for (const [name, endpoint] of Object.entries(client)) {
    if (!isEndpoint(endpoint)) continue;

    it(`is served: ${name}`, async () => {
      const stage = createStage();
      await begin(stage);
      const { method } = endpoint;
      const path = typeof endpoint.path === 'string' ? endpoint.path : endpoint.path({ connectorId: 'c' } as never);
      const { status, body } = await stage.call(method, path, method === 'GET' ? undefined : {});

      // What a route refuses it refuses with a code.
      assert.ok(status !== 404 || typeof body === 'object', `${method} ${path}: ${String(status)} ${String(body)}`);
    });
  }
});

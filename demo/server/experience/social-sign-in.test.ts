import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createMemorySocialConnector } from './memory-connectors.ts';
import { createStage } from './testing/stage.ts';
import { begin, identify, leaveFor, pick, proveByCode, proveBySocial, returnFrom, submit, switchTo } from './testing/steps.ts';

describe('Social sign-in', () => {
  const alice = { userId: 'alice-over-there', phone: '8613800000001', email: 'chen@example.com' };

  it('signs in whose identity is known', async () => {
    const stage = createStage();
    await begin(stage);

    assert.equal((await identify(stage, await proveBySocial(stage, { userId: 'union-chen-0002' }))).status, 204);
    await submit(stage);
    assert.equal(stage.interactions.finishedBy(stage.uid), 'user-chen');
  });

  it('names a related account by phone before e-mail, and links it when told to', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await proveBySocial(stage, alice);
    const answer = await identify(stage, id);
    assert.equal(answer.status, 404);
    assert.deepEqual(pick(answer, 'data'), { relatedUser: { type: 'phone', value: '8613800000001' } });

    assert.equal((await identify(stage, id, true)).status, 204);
    assert.equal((await submit(stage)).status, 200);
    const user = stage.api.state.users.findByIdentity('dingtalk', 'alice-over-there');
    assert.equal(user?.id, 'user-alice');
  });

  it('keeps the identities an account has when it links another', async () => {
    const stage = createStage();
    stage.socialConnectors = [createMemorySocialConnector({ id: 'social-2', target: 'github' })];
    await begin(stage);
    const id = await proveBySocial(stage, { userId: 'chen-there', phone: '8613800000002' }, 'social-2');
    await identify(stage, id, true);
    await submit(stage);

    const identities = stage.api.state.users.findById('user-chen')?.identities;
    assert.deepEqual(Object.keys(identities ?? {}).sort(), ['alipay', 'dingtalk', 'github']);
  });

  it('asks no password of accounts that have an identity', async () => {
    const stage = createStage();
    stage.configure({ socialSignIn: {}, signUp: { identifiers: [], password: true, verify: false } });
    stage.api.state.users.update('user-chen', { password: null });
    await begin(stage);
    await identify(stage, await proveByCode(stage, 'chen@example.com'));

    assert.equal((await submit(stage)).status, 200);
  });

  it('does not link before the interaction is submitted', async () => {
    const stage = createStage();
    await begin(stage);
    await identify(stage, await proveBySocial(stage, alice), true);

    assert.equal(stage.api.state.users.findByIdentity('dingtalk', 'alice-over-there'), undefined);
  });

  it('has nobody to link when no account is related', async () => {
    const stage = createStage();
    await begin(stage);
    const answer = await identify(stage, await proveBySocial(stage, { userId: 'x' }), true);

    assert.deepEqual([answer.status, pick(answer, 'code')], [404, 'user.identity_not_exist']);
  });

  it('registers a newcomer with what the provider told, except addresses that others have', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await proveBySocial(stage, {
      userId: 'new-one',
      name: 'New One',
      email: 'alice@example.com',
      phone: '8613900000000',
    });
    await switchTo(stage, 'Register');
    assert.equal((await identify(stage, id)).status, 201);
    assert.equal((await submit(stage)).status, 200);

    const user = stage.api.state.users.findByIdentity('dingtalk', 'new-one');
    assert.deepEqual([user?.name, user?.primaryPhone, user?.primaryEmail], ['New One', '8613900000000', null]);
  });

  it('asks newcomers for what is missing unless the tenant lets them off; their identity stands for a password', async () => {
    const stage = createStage();
    stage.configure({ socialSignIn: {}, signUp: { identifiers: ['email'], password: true, verify: true } });
    await begin(stage, 'Register');
    const answer = await identify(stage, await proveBySocial(stage, { userId: 'new-one' }));

    assert.deepEqual(pick(answer, 'data'), { missingProfile: ['email'] });
  });

  it('refuses an identity somebody has when registering', async () => {
    const stage = createStage();
    await begin(stage, 'Register');
    const answer = await identify(stage, await proveBySocial(stage, { userId: 'union-chen-0002' }));

    assert.deepEqual([answer.status, pick(answer, 'code')], [422, 'user.identity_already_in_use']);
  });

  it('needs a connector that exists, and the record of that connector', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await leaveFor(stage);
    const unknown = await returnFrom(stage, id, { code: 'c' }, 'nope');
    assert.deepEqual([unknown.status, pick(unknown, 'code')], [422, 'session.invalid_connector_id']);

    const withoutId = await stage.call('POST', '/api/experience/verification/social/social-1/verify', {
      connectorData: { code: 'c' },
    });
    assert.deepEqual([withoutId.status, pick(withoutId, 'code')], [404, 'session.verification_session_not_found']);
  });

  it('lets a connector read what it kept once', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await leaveFor(stage);
    await returnFrom(stage, id, {});
    const again = await returnFrom(stage, id, { code: 'c' });

    assert.deepEqual([again.status, pick(again, 'code')], [400, 'session.connector_validation_session_not_found']);
  });

  it('turns garbage from a connector into an error of the connector', async () => {
    const stage = createStage();
    const garbage = JSON.parse('{"id":42,"name":null}') as { id: string };
    stage.socialConnectors = stage.socialConnectors.map((connector) => ({
      ...connector,
      getUserInfo: async () => Promise.resolve(garbage),
    }));
    await begin(stage);
    const answer = await returnFrom(stage, await leaveFor(stage), { code: 'c' });

    assert.deepEqual([answer.status, pick(answer, 'code')], [400, 'connector.invalid_response']);
  });

  it('answers 500 and no code when a connector breaks down', async () => {
    const stage = createStage();
    stage.socialConnectors = stage.socialConnectors.map((connector) => ({
      ...connector,
      getAuthorizationUri: async () => Promise.reject(new Error('no route to host')),
    }));
    await begin(stage);
    const answer = await stage.call('POST', '/api/experience/verification/social/social-1/authorization-uri', {
      state: 's',
      redirectUri: 'http://localhost/callback',
    });

    assert.deepEqual([answer.status, answer.body], [500, { message: 'Internal server error.' }]);
  });
});

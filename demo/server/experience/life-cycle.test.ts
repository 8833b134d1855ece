import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createStage, type Stage } from './testing/stage.ts';
import {
  begin,
  codeFor,
  giveCode,
  giveProfile,
  identify,
  leaveFor,
  pick,
  proveByCode,
  proveByPassword,
  receiveCode,
  submit,
  switchTo,
} from './testing/steps.ts';

const refuseSignInMode = (stage: Stage, signInMode: 'SignIn' | 'Register'): void => {
  stage.configure({ signInMode });
};

describe('Life of an interaction', () => {
  it('ends with the person the password belongs to, and tells where to go on', async () => {
    const stage = createStage();
    await begin(stage);
    await identify(stage, await proveByPassword(stage));
    const answer = await submit(stage);

    assert.equal(answer.status, 200);
    assert.deepEqual(answer.body, { redirectTo: `http://localhost:4401/oidc/auth/${stage.uid}` });
    assert.equal(stage.interactions.finishedBy(stage.uid), 'user-alice');
    assert.notEqual(stage.api.state.users.findById('user-alice')?.lastSignInAt, null);
  });

  it('tells a cookie nobody knows from no cookie at all', async () => {
    const stage = createStage();
    stage.interactions.forget();

    assert.equal(pick(await begin(stage), 'error_description'), 'interaction session not found');
    stage.headers = {};
    assert.equal(pick(await begin(stage), 'error_description'), 'interaction session id cookie not found');
  });

  it('rejects an interaction of another client', async () => {
    const stage = createStage();
    stage.headers = { ...stage.headers, 'logto-app-id': 'another-app' };

    assert.equal(pick(await begin(stage), 'code'), 'session.not_found');
  });

  it('asks for the beginning first, but not to look for enterprise connectors', async () => {
    const stage = createStage();

    for (const [method, path] of [
      ['GET', '/interaction'],
      ['PUT', '/interaction-event'],
      ['POST', '/identification'],
      ['POST', '/verification/password'],
      ['POST', '/verification/social/social-1/verify'],
    ] as const) {
      const answer = await stage.call(method, `/api/experience${path}`, method === 'GET' ? undefined : {});

      assert.deepEqual([answer.status, pick(answer, 'code')], [404, 'session.interaction_not_found'], path);
    }

    const answer = await stage.call('GET', '/api/experience/sso-connectors?email=a@example.com');
    assert.deepEqual([answer.status, answer.body], [200, { connectorIds: [] }]);
  });

  it('forgets every record and the person when it begins anew', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await proveByPassword(stage);
    await identify(stage, id);
    await begin(stage);
    const interaction = await stage.call('GET', '/api/experience/interaction');

    assert.deepEqual(pick(interaction, 'verificationRecords'), []);
    assert.equal(pick(interaction, 'userId'), undefined);
    assert.equal(pick(await identify(stage, id), 'code'), 'session.verification_session_not_found');
  });

  it('shows the page neither staged passwords nor what connectors keep', async () => {
    const stage = createStage();
    await begin(stage, 'Register');
    await leaveFor(stage);
    await giveProfile(stage, { type: 'username', value: 'dora' });
    await giveProfile(stage, { type: 'password', value: 'a-new-Secret-9' });
    const { body } = await stage.call('GET', '/api/experience/interaction');

    assert.deepEqual((body as { readonly profile: unknown }).profile, { username: 'dora' });
    assert.ok(!('connectorSession' in (body as object)));
  });

  it('keeps one record of a type: a new code makes the id of the old one worthless', async () => {
    const stage = createStage();
    await begin(stage);
    const old = await receiveCode(stage, 'alice@example.com');
    await receiveCode(stage, 'alice@example.com');
    const answer = await giveCode(stage, 'alice@example.com', old, codeFor(stage, 'alice@example.com'));

    assert.deepEqual([answer.status, pick(answer, 'code')], [404, 'session.verification_session_not_found']);
  });

  it('turns code sign-in of a stranger into registration with the same record', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await proveByCode(stage, 'new@example.com');

    assert.equal(pick(await identify(stage, id), 'code'), 'user.user_not_exist');
    assert.equal((await switchTo(stage, 'Register')).status, 204);
    const created = await identify(stage, id);
    assert.deepEqual([created.status, created.body], [201, 'Created']);
    assert.equal((await submit(stage)).status, 200);
    const user = stage.api.state.users.findByIdentifier({ type: 'email', value: 'new@example.com' });
    assert.equal(stage.interactions.finishedBy(stage.uid), user?.id);
  });

  it('keeps what a record gave when registration still misses something, until the event changes', async () => {
    const stage = createStage();
    stage.configure({ signUp: { identifiers: ['email'], password: true, verify: true } });
    await begin(stage, 'Register');
    await identify(stage, await proveByCode(stage, 'new@example.com', 'Register'));
    const profile = async (): Promise<unknown> => pick(await stage.call('GET', '/api/experience/interaction'), 'profile');

    assert.deepEqual(await profile(), { primaryEmail: 'new@example.com' });
    await switchTo(stage, 'Register');
    assert.deepEqual(await profile(), { primaryEmail: 'new@example.com' });
    await switchTo(stage, 'SignIn');
    assert.deepEqual(await profile(), {});
  });

  it('lets nobody switch into or out of recovery', async () => {
    const stage = createStage();
    await begin(stage);
    const into = await switchTo(stage, 'ForgotPassword');
    await begin(stage, 'ForgotPassword');
    const outOf = await switchTo(stage, 'SignIn');

    for (const answer of [into, outOf]) {
      assert.deepEqual([answer.status, pick(answer, 'code')], [400, 'session.not_supported_for_forgot_password']);
    }
  });

  it('goes by the tenant: no sign-in where there is only registration, and the reverse', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await proveByPassword(stage);
    refuseSignInMode(stage, 'Register');
    assert.deepEqual(pick(await identify(stage, id), 'code'), 'auth.forbidden');

    refuseSignInMode(stage, 'SignIn');
    await begin(stage, 'Register');
    const answer = await identify(stage, await proveByCode(stage, 'new@example.com', 'Register'));
    assert.deepEqual([answer.status, pick(answer, 'code')], [403, 'auth.forbidden']);
  });
});

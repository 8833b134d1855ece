import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createStage } from './testing/stage.ts';
import {
  begin,
  givePassword,
  identify,
  leaveFor,
  pick,
  proveByCode,
  proveByPassword,
  receiveCode,
  switchTo,
} from './testing/steps.ts';

describe('Identification', () => {
  it('needs something that was really proved', async () => {
    const stage = createStage();
    await begin(stage);
    const code = await identify(stage, await receiveCode(stage, 'alice@example.com'));
    const social = await identify(stage, await leaveFor(stage));

    for (const answer of [code, social]) {
      assert.deepEqual([answer.status, pick(answer, 'code')], [400, 'session.verification_failed']);
    }
  });

  it('refuses methods the tenant does not have, though the proof itself is taken', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await proveByPassword(stage);
    stage.configure({
      signIn: { methods: [{ identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false }] },
    });
    const answer = await identify(stage, id);

    assert.deepEqual([answer.status, pick(answer, 'code')], [422, 'user.sign_in_method_not_enabled']);
  });

  it('keeps suspended people out however they come', async () => {
    const stage = createStage();
    await begin(stage);
    const byPassword = await givePassword(stage, 'suspended', 'demo-password-1');
    const byCode = await identify(stage, await proveByCode(stage, 'suspended@example.com'));

    for (const answer of [byPassword, byCode]) {
      assert.deepEqual([answer.status, pick(answer, 'code')], [401, 'user.suspended']);
    }
  });

  it('tells a stranger with a password nothing about accounts', async () => {
    const stage = createStage();
    await begin(stage);
    const wrong = await givePassword(stage, 'alice', 'wrong');
    const unknown = await givePassword(stage, 'nobody', 'wrong');
    const without = await givePassword(stage, 'nopassword@example.com', 'wrong');

    assert.deepEqual(unknown.body, wrong.body);
    assert.deepEqual(without.body, wrong.body);
  });

  it('of a second person in one interaction is a conflict; of the same one it is fine', async () => {
    const stage = createStage();
    await begin(stage);
    await identify(stage, await proveByPassword(stage));
    assert.equal((await identify(stage, await proveByCode(stage, 'alice@example.com'))).status, 204);

    const answer = await identify(stage, await proveByCode(stage, 'chen@example.com'));
    assert.deepEqual([answer.status, pick(answer, 'code')], [409, 'session.identity_conflict']);
  });

  it('compares e-mail addresses regardless of case, usernames as the tenant says', async () => {
    const stage = createStage();
    await begin(stage);
    assert.equal((await givePassword(stage, 'Alice@Example.com', 'demo-password-1')).status, 200);
    assert.equal((await givePassword(stage, 'Alice', 'demo-password-1')).status, 422);

    const { usernamePolicy } = stage.api.state.tenant.signInExperience;
    stage.configure({ usernamePolicy: { ...usernamePolicy, caseSensitive: false } });
    assert.equal((await givePassword(stage, 'Alice', 'demo-password-1')).status, 200);
  });

  it('never makes an account of a password', async () => {
    const stage = createStage();
    await begin(stage);
    const id = await proveByPassword(stage);
    await switchTo(stage, 'Register');

    assert.equal(pick(await identify(stage, id), 'code'), 'session.verification_failed');
  });
});

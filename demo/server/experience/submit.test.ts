import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createStage } from './testing/stage.ts';
import {
  begin,
  giveNewPassword,
  givePassword,
  giveProfile,
  identify,
  pick,
  proveByCode,
  proveByPassword,
  submit,
} from './testing/steps.ts';

describe('Recovery', () => {
  it('ends with a new password, nobody signed in, and nothing left of it', async () => {
    const stage = createStage();
    stage.configure({ forgotPasswordMethods: null });
    await begin(stage, 'ForgotPassword');
    await identify(stage, await proveByCode(stage, 'alice@example.com', 'ForgotPassword'));
    await giveNewPassword(stage, 'a-new-Secret-9');
    const answer = await submit(stage);

    assert.deepEqual([answer.status, answer.body], [204, '']);
    assert.equal(stage.interactions.finishedBy(stage.uid), undefined);
    assert.equal(pick(await submit(stage), 'code'), 'session.interaction_not_found');
    await begin(stage);
    assert.equal((await givePassword(stage, 'alice', 'a-new-Secret-9')).status, 200);
  });
});

describe('Order of checks at the end', () => {
  it('is captcha, person, profile', async () => {
    const stage = createStage();
    stage.configure({ captchaPolicy: { enabled: true }, signUp: { identifiers: ['phone'], password: false, verify: true } });
    stage.api.state.users.insert({ username: 'half', password: 'p' });
    await begin(stage);
    assert.equal(pick(await submit(stage), 'code'), 'session.captcha_required');

    stage.configure({ captchaPolicy: { enabled: false } });
    assert.equal(pick(await submit(stage), 'code'), 'session.identifier_not_found');

    await identify(stage, await proveByPassword(stage, 'half', 'p'));
    const answer = await submit(stage);
    assert.equal(pick(answer, 'code'), 'user.missing_profile');
    assert.deepEqual(pick(answer, 'data'), { missingProfile: ['phone'] });
  });

  it('looks again whether what was staged is still free', async () => {
    const stage = createStage();
    await begin(stage);
    await identify(stage, await proveByPassword(stage, 'short'));
    const verificationId = await proveByCode(stage, 'wanted@example.com');
    await giveProfile(stage, { type: 'email', verificationId });
    const { id } = stage.api.state.users.insert({ primaryEmail: 'wanted@example.com' });
    assert.equal(pick(await submit(stage), 'code'), 'user.email_already_in_use');

    stage.api.state.users.update(id, { primaryEmail: null });
    stage.api.state.users.update('user-short', { primaryEmail: 'own@example.com' });
    assert.equal(pick(await submit(stage), 'code'), 'user.email_exists_in_profile');
  });

  it('leaves the interaction as it was when one of them fails', async () => {
    const stage = createStage();
    stage.configure({ signUp: { identifiers: ['phone'], password: false, verify: true } });
    const { id } = stage.api.state.users.insert({ username: 'half', password: 'p' });
    await begin(stage);
    await identify(stage, await proveByPassword(stage, 'half', 'p'));
    await submit(stage);
    stage.api.state.users.update(id, { primaryPhone: '8613800000077' });

    assert.equal((await submit(stage)).status, 200);
  });
});

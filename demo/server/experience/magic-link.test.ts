import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createStage, type Stage } from './testing/stage.ts';
import { begin, giveNewPassword, giveOneTimeToken, identify, pick, proveByMagicLink, submit, switchTo } from './testing/steps.ts';

const invite = (stage: Stage, more: Readonly<Record<string, unknown>> = {}): string =>
  stage.api.state.oneTimeTokens.create({ email: 'alice@example.com', ...more }).token;

describe('A magic link', () => {
  it('signs in whoever has the address, without a captcha and whatever methods there are', async () => {
    const stage = createStage();
    stage.configure({ signIn: { methods: [] }, captchaPolicy: { enabled: true } });
    await begin(stage);
    await identify(stage, await proveByMagicLink(stage, 'alice@example.com'));

    assert.equal((await submit(stage)).status, 200);
    assert.equal(stage.interactions.finishedBy(stage.uid), 'user-alice');
  });

  it('makes an account even where nobody else may have one', async () => {
    const stage = createStage();
    stage.configure({ signInMode: 'SignIn' });
    await begin(stage);
    const id = await proveByMagicLink(stage, 'new@example.com');
    assert.equal(pick(await identify(stage, id), 'code'), 'user.user_not_exist');
    assert.equal((await switchTo(stage, 'Register')).status, 204);
    assert.equal((await identify(stage, id)).status, 201);
    assert.equal((await submit(stage)).status, 200);
  });

  it('works once, for a while, for its address and for its event', async () => {
    const stage = createStage();
    await begin(stage);
    const give = async (token: string, address = 'alice@example.com') =>
      pick(await giveOneTimeToken(stage, address, token), 'code');
    const used = invite(stage);
    await giveOneTimeToken(stage, 'alice@example.com', used);
    const late = invite(stage);

    assert.equal(await give(used), 'one_time_token.token_consumed');
    assert.equal(await give(late, 'chen@example.com'), 'one_time_token.email_mismatch');
    assert.equal(await give(invite(stage, { status: 'revoked' })), 'one_time_token.token_revoked');
    assert.equal(await give(invite(stage, { interactionEvent: 'Register' })), 'one_time_token.interaction_event_mismatch');
    stage.api.state.advanceClock(600_000);
    // A locked address would hide the reason.
    stage.configure({ sentinelPolicy: { maxAttempts: 100 } });
    assert.equal(await give(late), 'one_time_token.token_expired');
  });

  it('wins back a password', async () => {
    const stage = createStage();
    await begin(stage, 'ForgotPassword');
    const answer = await giveOneTimeToken(stage, 'alice@example.com', invite(stage, { interactionEvent: 'ForgotPassword' }));
    await identify(stage, String(pick(answer, 'verificationId')));
    assert.equal((await giveNewPassword(stage, 'a-new-Secret-9')).status, 204);
    assert.equal((await submit(stage)).status, 204);
  });
});

describe('Who is signed in already', () => {
  it('is told to nobody who has no session at the provider', async () => {
    const stage = createStage();
    const ask = async () => stage.call('GET', '/api/interaction/consent');
    const stranger = await ask();
    assert.deepEqual([stranger.status, pick(stranger, 'code')], [400, 'session.not_found']);

    stage.interactions.introduce(stage.uid, { accountId: 'user-alice' });
    assert.equal(pick(await ask(), 'user', 'primaryEmail'), 'alice@example.com');
  });
});

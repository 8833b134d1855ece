import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createStage, type Stage } from './testing/stage.ts';
import { askForCode, begin, codeFor, giveCode, givePassword, otherThan, pick, receiveCode } from './testing/steps.ts';

const minute = 60_000;
const email = 'alice@example.com';

const open = async (): Promise<Stage> => {
  const stage = createStage();
  await begin(stage);

  return stage;
};

const guess = async (stage: Stage, id: string): Promise<unknown> =>
  pick(await giveCode(stage, email, id, otherThan(codeFor(stage, email))), 'code');

const failPassword = async (stage: Stage, times: number): Promise<unknown> => {
  let code: unknown;

  for (let count = 0; count < times; count += 1) {
    code = pick(await givePassword(stage, 'alice', 'wrong'), 'code');
  }

  return code;
};

describe('One-time codes', () => {
  it('are good for ten minutes by the server clock', async () => {
    const stage = await open();
    const id = await receiveCode(stage, email);
    stage.api.state.advanceClock(10 * minute);
    assert.equal((await giveCode(stage, email, id, codeFor(stage, email))).status, 200);

    const second = await receiveCode(stage, email);
    stage.api.state.advanceClock(10 * minute + 1);
    const late = await giveCode(stage, email, second, codeFor(stage, email));
    assert.deepEqual([late.status, pick(late, 'code')], [400, 'verification_code.expired']);
  });

  it('stand ten wrong tries, and then not even the right code helps', async () => {
    const stage = await open();
    stage.configure({ sentinelPolicy: { maxAttempts: 100 } });
    const id = await receiveCode(stage, email);

    for (let tries = 1; tries <= 10; tries += 1) {
      assert.equal(await guess(stage, id), 'verification_code.code_mismatch');
    }

    const answer = await giveCode(stage, email, id, codeFor(stage, email));
    assert.equal(pick(answer, 'code'), 'verification_code.exceed_max_try');
  });

  it('can be used once', async () => {
    const stage = await open();
    const id = await receiveCode(stage, email);
    await giveCode(stage, email, id, codeFor(stage, email));
    const again = await giveCode(stage, email, id, codeFor(stage, email));

    assert.equal(pick(again, 'code'), 'verification_code.not_found');
  });

  it('belong to the address they were sent to', async () => {
    const stage = await open();
    const id = await receiveCode(stage, email);
    const answer = await giveCode(stage, 'chen@example.com', id, codeFor(stage, email));
    assert.equal(pick(answer, 'code'), 'verification_code.email_mismatch');

    const phoneId = await receiveCode(stage, '8613800000001');
    const phoneAnswer = await giveCode(stage, '8613800000002', phoneId, codeFor(stage, '8613800000001'));
    assert.equal(pick(phoneAnswer, 'code'), 'verification_code.phone_mismatch');
  });

  it('follow the policy of the tenant', async () => {
    const stage = await open();
    stage.configure({ verificationCodePolicy: { expirationDuration: 60, maxRetryAttempts: 1 } });
    const id = await receiveCode(stage, email);
    await guess(stage, id);
    assert.equal(await guess(stage, id), 'verification_code.exceed_max_try');
    stage.api.state.advanceClock(minute + 1);
    assert.equal(await guess(stage, id), 'verification_code.expired');
  });

  it('need a connector', async () => {
    const stage = await open();
    stage.messageConnectors = [];
    const answer = await askForCode(stage, '8613800000001');

    assert.deepEqual([answer.status, pick(answer, 'code')], [501, 'connector.not_found']);
    assert.match(String(pick(answer, 'message')), /Sms/);
  });

  it('are written in the language the authorization request asked for', async () => {
    const stage = createStage();
    const locales: (string | undefined)[] = [];
    stage.messageConnectors = [
      {
        type: 'email',
        send: async ({ locale }) => {
          locales.push(locale);
          return Promise.resolve();
        },
      },
    ];
    const uid = stage.interactions.start({ client_id: 'demo-app', ui_locales: 'xx fr-CA' });
    stage.headers = { cookie: `_interaction=${uid}`, 'accept-language': 'de' };
    await begin(stage);
    await askForCode(stage, email);

    assert.deepEqual(locales, ['fr']);
  });
});

describe('Messages to strangers', () => {
  const sent = (stage: Stage): number => stage.outbox.messages.length;

  it('go out at sign-in while they could still register', async () => {
    const stage = await open();
    await receiveCode(stage, 'stranger@example.com');

    assert.equal(sent(stage), 1);
  });

  it('are silently left out at sign-in without registration, and in recovery', async () => {
    const stage = await open();
    stage.configure({ signInMode: 'SignIn' });
    const silent = await receiveCode(stage, 'stranger@example.com');
    await receiveCode(stage, 'stranger@example.com', 'ForgotPassword');
    assert.equal(sent(stage), 0);

    await receiveCode(stage, email);
    await receiveCode(stage, email, 'ForgotPassword');
    assert.equal(sent(stage), 2);

    const answer = await giveCode(stage, 'stranger@example.com', silent, '123456');
    assert.equal(pick(answer, 'code'), 'session.verification_session_not_found');
  });

  it('can be answered with codes all the same, which are looked at like any other', async () => {
    const stage = await open();
    stage.configure({ signInMode: 'SignIn' });
    const id = await receiveCode(stage, 'stranger@example.com');
    const answer = await giveCode(stage, 'stranger@example.com', id, '111111');

    assert.notEqual(pick(answer, 'code'), 'verification_code.not_found');
  });

  it('count towards the limit of ten in ten minutes like any other', async () => {
    const stage = await open();
    stage.configure({ signInMode: 'SignIn' });

    for (let message = 1; message <= 10; message += 1) {
      assert.equal((await askForCode(stage, message % 2 === 0 ? 'stranger@example.com' : 'Stranger@Example.com')).status, 200);
    }

    assert.equal((await askForCode(stage, 'stranger@example.com')).status, 429);
    assert.equal((await askForCode(stage, 'another@example.com')).status, 200);
    stage.api.state.advanceClock(10 * minute);
    assert.equal((await askForCode(stage, 'stranger@example.com')).status, 200);
  });
});

describe('Lockout', () => {
  it('comes with the fifth failure and hides whether the password is right', async () => {
    const stage = await open();
    assert.equal(await failPassword(stage, 4), 'session.invalid_credentials');
    assert.equal(await failPassword(stage, 1), 'session.verification_blocked_too_many_attempts');

    const right = await givePassword(stage, 'alice', 'demo-password-1');
    assert.deepEqual([right.status, pick(right, 'code')], [400, 'session.verification_blocked_too_many_attempts']);
    assert.match(String(pick(right, 'message')), /in 10 minutes/);
  });

  it('counts down and ends', async () => {
    const stage = await open();
    await failPassword(stage, 5);
    stage.api.state.advanceClock(7 * minute);
    const waiting = await givePassword(stage, 'alice', 'demo-password-1');
    assert.match(String(pick(waiting, 'message')), /in 3 minutes/);

    stage.api.state.advanceClock(3 * minute);
    assert.equal((await givePassword(stage, 'alice', 'demo-password-1')).status, 200);
  });

  it('returns with the next failure within the hour, and forgets after it', async () => {
    const stage = await open();
    await failPassword(stage, 5);
    stage.api.state.advanceClock(10 * minute);
    assert.equal(await failPassword(stage, 1), 'session.verification_blocked_too_many_attempts');

    stage.api.state.advanceClock(61 * minute);
    assert.equal(await failPassword(stage, 4), 'session.invalid_credentials');
  });

  it('counts passwords and codes of one identifier together, and no other identifier', async () => {
    const stage = await open();
    const id = await receiveCode(stage, email);

    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await guess(stage, id);
      await givePassword(stage, email, 'wrong');
    }

    assert.equal(await guess(stage, id), 'session.verification_blocked_too_many_attempts');
    assert.equal((await givePassword(stage, 'alice', 'demo-password-1')).status, 200);
  });

  it('is not for expired passwords, which were right', async () => {
    const stage = await open();
    stage.configure({ passwordExpiration: { enabled: true, validPeriodDays: 1, enabledAt: 0 } });

    for (let attempt = 1; attempt <= 6; attempt += 1) {
      assert.equal(pick(await givePassword(stage, 'alice', 'demo-password-1'), 'code'), 'password.expired');
    }
  });
});

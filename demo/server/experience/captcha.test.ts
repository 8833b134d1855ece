import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { goodCaptchaToken } from './captcha-tokens.ts';
import { createStage } from './testing/stage.ts';
import { askForCode, begin, identify, pick, proveByCode, proveByPassword, proveBySocial, submit } from './testing/steps.ts';

describe('Captcha', () => {
  const stageWithCaptcha = () => {
    const stage = createStage();
    stage.configure({ captchaPolicy: { enabled: true } });
    stage.api.state.tenant = { ...stage.api.state.tenant, captcha: { type: 'Turnstile' as never, siteKey: 'k' } };

    return stage;
  };

  it('is asked for before a code is sent, before an account is made, and at the end', async () => {
    const stage = stageWithCaptcha();
    await begin(stage);
    assert.equal(pick(await askForCode(stage, 'alice@example.com'), 'code'), 'session.captcha_required');
    assert.equal(pick(await submit(stage), 'code'), 'session.captcha_required');
    await identify(stage, await proveByPassword(stage));
    assert.equal((await askForCode(stage, 'alice@example.com')).status, 200, 'who is known may have codes');
    await begin(stage, 'Register');
    assert.equal(pick(await identify(stage), 'code'), 'session.captcha_required');
  });

  it('is settled for the whole interaction by a good token', async () => {
    const stage = stageWithCaptcha();
    await stage.call('PUT', '/api/experience', { interactionEvent: 'SignIn', captchaToken: goodCaptchaToken });
    await identify(stage, await proveByCode(stage, 'alice@example.com'));

    assert.equal((await submit(stage)).status, 200);
  });

  it('is not for people who come from a social provider', async () => {
    const stage = stageWithCaptcha();
    await begin(stage);
    await identify(stage, await proveBySocial(stage, { userId: 'union-chen-0002' }));

    assert.equal((await submit(stage)).status, 200);
  });
});

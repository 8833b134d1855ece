import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createMemorySocialConnector } from './memory-connectors.ts';
import { presets } from './presets.ts';
import { createStage, type Stage } from './testing/stage.ts';
import { begin, identify, pick, submit } from './testing/steps.ts';

const stageWithGoogle = (): Stage => {
  const stage = createStage();
  const google = createMemorySocialConnector({ id: 'google-web', target: 'google' });
  stage.api.state.tenant = presets['google-one-tap'].apply(stage.api.state.initialTenant);
  stage.socialConnectors = [
    {
      ...google,
      oneTapClientId: 'client',
      getUserInfo: async () => Promise.resolve({ id: 'google-lin', email: 'lin@example.com' }),
    },
  ];

  return stage;
};

const tap = async (stage: Stage, connectorData: Readonly<Record<string, string>>, cookie: string) =>
  stage.call(
    'POST',
    '/api/experience/verification/social/google-web/verify',
    { connectorData },
    { cookie: `${stage.headers['cookie'] ?? ''}; ${cookie}` },
  );

describe('Google One Tap', () => {
  it('is described to the page only where it is wanted', async () => {
    const stage = stageWithGoogle();
    const describeOneTap = async () => pick(await stage.call('GET', '/api/.well-known/sign-in-exp'), 'googleOneTap');
    assert.deepEqual(await describeOneTap(), {
      isEnabled: true,
      autoSelect: false,
      closeOnTapOutside: false,
      itpSupport: true,
      clientId: 'client',
      connectorId: 'google-web',
    });

    stage.api.state.tenant = stage.api.state.initialTenant;
    assert.equal(await describeOneTap(), undefined);
  });

  it('of the page itself needs the token in a cookie and no way out', async () => {
    const stage = stageWithGoogle();
    await begin(stage);
    const data = { credential: 'a-credential', g_csrf_token: 'a-token' };
    const forged = await tap(stage, data, 'g_csrf_token=another');
    assert.deepEqual([forged.status, pick(forged, 'code')], [400, 'session.csrf_token_mismatch']);

    const answer = await tap(stage, data, 'g_csrf_token=a-token');
    assert.equal(answer.status, 200);
    const unknown = await identify(stage, String(pick(answer, 'verificationId')));
    assert.equal(pick(unknown, 'code'), 'user.identity_not_exist');
  });

  it('of another site needs the cookie of the server, which is then gone', async () => {
    const stage = stageWithGoogle();
    stage.api.state.users.insert({ id: 'user-lin', identities: { google: { userId: 'google-lin' } } });
    await begin(stage);
    const forged = await tap(stage, { credential: 'mine' }, '_logto_google_one_tap_credential=yours');
    assert.equal(pick(forged, 'code'), 'session.google_one_tap.cookie_mismatch');

    const answer = await tap(stage, { credential: 'mine' }, '_logto_google_one_tap_credential=mine');
    assert.match(answer.headers.get('set-cookie') ?? '', /^_logto_google_one_tap_credential=;.*1970/);
    await identify(stage, String(pick(answer, 'verificationId')));
    assert.equal((await submit(stage)).status, 200);
    assert.equal(stage.interactions.finishedBy(stage.uid), 'user-lin');
  });
});

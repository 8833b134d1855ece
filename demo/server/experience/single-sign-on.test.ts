import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { presets, type PresetName } from './presets.ts';
import { createStage, type Stage } from './testing/stage.ts';
import {
  begin,
  identify,
  leaveForCompany,
  pick,
  proveByCode,
  proveByPassword,
  proveBySocial,
  proveBySso,
  returnFromCompany,
  submit,
  switchTo,
} from './testing/steps.ts';

const stageWith = (preset: PresetName = 'single-sign-on'): Stage => {
  const stage = createStage();
  stage.api.state.tenant = presets[preset].apply(stage.api.state.initialTenant);

  return stage;
};

const erin = { sub: 'acme-erin', email: 'erin@acme.example' };
const frank = { sub: 'acme-frank', email: 'frank@acme.example', name: 'Frank of Acme' };
const gina = { sub: 'acme-gina', email: 'gina@acme.example', name: 'Gina Acme' };

describe('Single sign-on', () => {
  it('knows which addresses belong to which companies', async () => {
    const stage = stageWith();
    const ask = async (email: string) =>
      pick(await stage.call('GET', `/api/experience/sso-connectors?email=${encodeURIComponent(email)}`), 'connectorIds');

    assert.deepEqual(await ask('somebody@ACME.example'), ['sso-acme']);
    assert.deepEqual(await ask('somebody@shared.example'), ['sso-acme', 'sso-globex']);
    assert.deepEqual(await ask('somebody@example.com'), []);
  });

  it('signs in whose identity is known', async () => {
    const stage = stageWith();
    await begin(stage);
    await identify(stage, await proveBySso(stage, erin));

    assert.equal((await submit(stage)).status, 200);
    assert.equal(stage.interactions.finishedBy(stage.uid), 'user-erin');
  });

  it('links an account with the same address by itself, and leaves its name alone', async () => {
    const stage = stageWith();
    await begin(stage);
    await identify(stage, await proveBySso(stage, frank));
    await submit(stage);
    const user = stage.api.state.users.findBySsoIdentity('https://login.acme.example', 'acme-frank');

    assert.deepEqual([user?.id, user?.name], ['user-frank', 'Frank Acme']);
  });

  it('registers a newcomer with what the company tells, asking for nothing else', async () => {
    const stage = stageWith();
    stage.configure({ signUp: { identifiers: ['username'], password: true, verify: false } });
    await begin(stage);
    const id = await proveBySso(stage, gina);
    assert.equal(pick(await identify(stage, id), 'code'), 'user.sso_identity_not_exist');

    await switchTo(stage, 'Register');
    assert.equal((await identify(stage, id)).status, 201);
    assert.equal((await submit(stage)).status, 200);
    const user = stage.api.state.users.findBySsoIdentity('https://login.acme.example', 'acme-gina');
    assert.deepEqual([user?.primaryEmail, user?.name], ['gina@acme.example', 'Gina Acme']);
  });

  it('makes no accounts where nobody may have a new one', async () => {
    const stage = stageWith('single-sign-on-sign-in-only');
    await begin(stage);
    assert.equal(pick(await identify(stage, await proveBySso(stage, gina)), 'code'), 'user.sso_identity_not_exist');
    assert.equal((await switchTo(stage, 'Register')).status, 403);
  });

  it('is the only way in for addresses of a company', async () => {
    const stage = stageWith();
    await begin(stage);

    for (const id of [
      await proveByPassword(stage, 'frank@acme.example'),
      await proveByCode(stage, 'frank@acme.example'),
      await proveBySocial(stage, { email: 'frank@acme.example' }),
    ]) {
      const answer = await identify(stage, id);
      assert.deepEqual([answer.status, pick(answer, 'code')], [422, 'session.sso_enabled']);
      assert.equal(pick(answer, 'data', 'ssoConnectors', '0', 'id'), 'sso-acme');
    }
  });

  it('needs the connector to exist and the way out to have been taken', async () => {
    const stage = stageWith();
    await begin(stage);
    const unknown = await stage.call('POST', '/api/experience/verification/sso/nobody/authorization-uri', {
      state: 's',
      redirectUri: 'http://localhost:4401/callback/nobody',
    });
    assert.equal(unknown.status, 404);

    const id = await leaveForCompany(stage);
    const other = await returnFromCompany(stage, id, erin, 'sso-globex');
    assert.equal(pick(other, 'code'), 'session.verification_session_not_found');
    assert.equal((await returnFromCompany(stage, id, erin)).status, 200);
    const again = await returnFromCompany(stage, id, erin);
    assert.equal(pick(again, 'code'), 'session.connector_validation_session_not_found');
  });

  it('blames the operator when the company refuses', async () => {
    const stage = stageWith();
    await begin(stage);
    const answer = await returnFromCompany(stage, await leaveForCompany(stage), { error: 'access_denied' });

    assert.deepEqual([answer.status, pick(answer, 'code')], [500, 'connector.authorization_failed']);
  });
});
